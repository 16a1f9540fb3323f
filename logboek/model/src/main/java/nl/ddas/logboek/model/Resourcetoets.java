// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules about a resource (LDV-F8); checked once for all lines that share it.
final class Resourcetoets {

    private static final int MAX_SLEUTELS = 128;
    private static final int MAX_GROOTTE = 16 << 10;

    private Resourcetoets() {}

    static Resource check(List<Attribuut> resource, Regelwerk werk) {
        if (resource.isEmpty()) {
            return Resource.ONBEKEND;
        }
        if (isLarge(resource)) {
            werk.report(Regelcode.RESOURCE_TOO_LARGE, Kernveld.RESOURCE);
            return Resource.ONBEKEND;
        }
        Set<String> sleutels = new HashSet<>();
        boolean isDubbel = false;
        for (Attribuut one : resource) {
            isDubbel |= !sleutels.add(one.sleutel()) || !Waardetoets.isUniek(one.waarde());
            if (Verboden.isUser(one.sleutel())) {
                werk.report(Regelcode.USER_DATA, one.sleutel());
            }
            if (Bsnwacht.isVerdacht(one)) {
                werk.report(Regelcode.BSN_LIKE, Kernveld.RESOURCE);
            }
            if (!Waardetoets.isUnicode(one)) {
                werk.report(Regelcode.TEXT_UNICODE, Kernveld.RESOURCE);
            }
        }
        if (isDubbel) {
            werk.report(Regelcode.RESOURCE_DUPLICATE_KEY, Kernveld.RESOURCE);
            return Resource.ONBEKEND;
        }
        return new Resource(Attributen.of(resource));
    }

    private static boolean isLarge(List<Attribuut> resource) {
        return resource.size() > MAX_SLEUTELS
                || resource.stream()
                                .mapToLong(one -> one.sleutel().length() + Waardetoets.length(one.waarde()))
                                .sum()
                        > MAX_GROOTTE;
    }
}
