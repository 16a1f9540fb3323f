// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.security.cert.X509Certificate;
import java.util.List;

/// A Service with the connections to it, and the places for requests.
///
/// @param anchors by which the Service is trusted, as they stood in the file; none when there is no file
record Target(InwayConfig.Service service, List<X509Certificate> anchors, Onward onward, Places places) {

    /// A request that got in.
    ///
    /// @param done to run when it is over, once or more often
    record Entered(Target target, Runnable done) {}
}
