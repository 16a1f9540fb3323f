// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.util.List;

/// A page in `docs` that is made from a list and the results of all tests.
interface GeneratedPage {

    /// Where it stands, from the root of the checkout.
    String file();

    /// Its text, the same for the same tests.
    String text();

    /// Every reason why the list is not true; empty when it is.
    List<String> faults();
}
