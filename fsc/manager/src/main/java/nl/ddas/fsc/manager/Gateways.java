// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.util.List;
import nl.ddas.basis.Settings;

/// Which parts of our organisation may register as Inway or Outway, by certificate.
///
/// @param marks of those that may; none for each part with an internal certificate
public record Gateways(List<Operators.Mark> marks) {

    /// Each part with an internal certificate.
    public static final Gateways ALL = new Gateways(List.of());

    public Gateways {
        marks = List.copyOf(marks);
    }

    /// Whether this may be one; that the certificate is trusted, and no operator's, is settled elsewhere.
    boolean admits(X509Certificate certificate) {
        return marks.isEmpty() || marks.stream().anyMatch(mark -> mark.fits(certificate));
    }

    /// Reads `gateways`, a list with `name`, and `subject` or `thumbprint` where the name is not that in the
    /// certificate.
    ///
    /// @throws nl.ddas.basis.SettingsFault when the list is there and empty, or a thumbprint has the wrong form
    static Gateways read(Settings settings) {
        List<Settings> items = settings.list("gateways");
        if (settings.has("gateways") && items.isEmpty()) {
            throw settings.unfit("gateways", "minstens één Inway of Outway; laat gateways weg om ze alle toe te laten");
        }
        return new Gateways(items.stream()
                .map(item -> Operators.Mark.read(item, item.required("name")))
                .toList());
    }
}
