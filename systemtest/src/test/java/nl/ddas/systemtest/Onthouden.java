// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Sleutelaar;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Vorige;

/// Remembers deliveries, as a collector does, so that the next one can be compared with them.
final class Onthouden implements Vorige, ToetsOntvanger {

    private static final byte[] SLEUTEL = "alleen voor deze proef, 32 bytes".getBytes(StandardCharsets.UTF_8);

    private final Sleutelaar sleutelaar = new Sleutelaar(SLEUTEL);
    private final Map<String, Long> aantallen = new HashMap<>();
    private final Map<String, List<Long>> open = new HashMap<>();
    private final Set<String> inhouden = new HashSet<>();
    private String organisatie = "";

    /// Takes in a delivery that was accepted.
    void neem(List<Path> bestanden) throws IOException {
        Leveringcontrole.lees(bestanden, new Onthouden(), this);
    }

    @Override
    public void levering(int index, LeveringKop kop) {
        organisatie = Vorige.organisatie(kop.aanleverendeOrganisatie());
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> bevindingen, boolean geweigerd) {
        aantallen.merge(organisatie, 1L, Long::sum);
        if (traject.einddatum().isEmpty()) {
            open.computeIfAbsent(organisatie, nieuw -> new ArrayList<>()).add(sleutelaar.traject(traject));
        }
    }

    @Override
    public void inhoud(byte[] sha256) {
        inhouden.add(HexFormat.of().formatHex(sha256));
    }

    @Override
    public OptionalLong trajecten(String naam) {
        return Optional.ofNullable(aantallen.get(naam)).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public LongStream openTrajecten(String naam) {
        return open.getOrDefault(naam, List.of()).stream().mapToLong(Long::longValue);
    }

    @Override
    public Optional<byte[]> sleutel() {
        return Optional.of(SLEUTEL.clone());
    }

    @Override
    public Optional<Instant> eerderAangeleverd(byte[] inhoud) {
        return inhouden.contains(HexFormat.of().formatHex(inhoud))
                ? Optional.of(Leveringcontrole.ONTVANGEN)
                : Optional.empty();
    }
}
