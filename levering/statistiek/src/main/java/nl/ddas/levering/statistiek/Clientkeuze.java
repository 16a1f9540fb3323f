// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Geslacht;

/// The persons of all sources, each once: a valid BSN first, other fields from the newest source that filled them.
final class Clientkeuze {
    private static final int HOOGSTENS = 2;

    private final Map<Sleutel, List<Client>> perPersoon = new LinkedHashMap<>();
    private final List<Client> onherkend = new ArrayList<>();

    Clientkeuze(List<Bijdrage> bijdragen) {
        bijdragen.stream().sorted(Rangorde.NIEUWSTE).forEach(this::neem);
    }

    private void neem(Bijdrage bijdrage) {
        List<Client> clienten = bijdrage.traject().client();
        for (int i = 0; i < clienten.size(); i++) {
            Sleutel persoon = bijdrage.bron().personen().get(i).persoon();
            (persoon.isBekend() ? perPersoon.computeIfAbsent(persoon, nieuw -> new ArrayList<>()) : onherkend)
                    .add(clienten.get(i));
        }
    }

    /// The merged clients; one that nobody can recognise only when there is room for it.
    List<Client> clienten() {
        List<Client> uit = new ArrayList<>();
        perPersoon.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(persoon -> uit.add(verenig(persoon.getValue())));
        onherkend.stream().distinct().limit(Math.max(0, HOOGSTENS - uit.size())).forEach(uit::add);
        return List.copyOf(uit);
    }

    /// Whether one person comes with different birth dates.
    boolean heeftIdentiteitsconflict() {
        return perPersoon.values().stream()
                .anyMatch(zelfde -> zelfde.stream()
                                .flatMap(client -> Persoonskenmerken.van(client).geboortedatum().stream())
                                .distinct()
                                .count()
                        > 1);
    }

    private static Client verenig(List<Client> nieuwsteEerst) {
        Optional<Bsn> bsn = nieuwsteEerst.stream()
                .flatMap(client -> client.burgerservicenummer().stream())
                .min(Comparator.comparing(nummer -> !nummer.voldoetAanElfproef()));
        return new Client(
                bsn,
                eerste(nieuwsteEerst, Client::geboortedatum),
                eerste(nieuwsteEerst, client -> client.geslachtsaanduiding()
                                .filter(tekst -> !Geslacht.geteld(tekst).isOnbekend()))
                        .or(() -> eerste(nieuwsteEerst, Client::geslachtsaanduiding)),
                eerste(nieuwsteEerst, Client::postcode),
                eerste(nieuwsteEerst, Client::huisnummer),
                eerste(nieuwsteEerst, Client::huisnummertoevoeging));
    }

    private static Optional<String> eerste(List<Client> clienten, Function<Client, Optional<String>> veld) {
        return clienten.stream().flatMap(client -> veld.apply(client).stream()).findFirst();
    }
}
