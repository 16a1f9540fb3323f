// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.logboek.model.Naamruimten;

/// The extensions that a logbook has loaded, as its model asks for them: which keys may be used, and in what detail.
public final class GeladenExtensies implements Naamruimten {

    private final Map<String, Attribuutsoort> soorten = new HashMap<>();

    /// @param conceptToegestaan whether an extension may be used before it is established (EXT-33); its keys are
    ///     unknown else
    public GeladenExtensies(List<Definitie> geladen, boolean conceptToegestaan) {
        for (Definitie definitie : geladen) {
            if (conceptToegestaan || definitie.kop().status().equals("vastgesteld")) {
                definitie.attributen().forEach(a -> soorten.putIfAbsent(a.sleutel(), soort(a)));
            }
        }
    }

    private static Attribuutsoort soort(Attribuut a) {
        int niveau = a.detailniveau().isEmpty() ? 1 : Integer.parseInt(a.detailniveau());
        return new Attribuutsoort(
                niveau, a.patroon().contains("\\d") || a.patroon().contains("0-9"));
    }

    @Override
    public Optional<Attribuutsoort> find(String sleutel) {
        return Optional.ofNullable(soorten.get(sleutel));
    }
}
