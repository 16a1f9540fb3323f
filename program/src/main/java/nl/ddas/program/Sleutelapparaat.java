// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PemFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own keys: in files, or in a device (HSM) through PKCS#11 when `pkcs11-configuratie` is set. Of a key in
/// a device the file holds the certificates only.
///
/// @param namen label in the device of each key that is in it, by the name of its file in the settings
record Sleutelapparaat(Optional<Apparaat> apparaat, Map<String, String> namen) {

    private static final Logger LOG = LoggerFactory.getLogger(Sleutelapparaat.class);
    private static final String CONFIGURATIE = "pkcs11-configuratie";
    private static final String PIN = "pkcs11-pin";
    private static final String PINBESTAND = "pkcs11-pin-bestand";

    /// Settings that go with a device for these slots.
    static List<String> instellingen(List<String> slots) {
        return Stream.concat(
                        Stream.of(CONFIGURATIE, PIN, PINBESTAND), slots.stream().map(Sleutelapparaat::label))
                .toList();
    }

    /// @param slots names of the settings with a file, whose key may be in the device
    /// @throws VerkeerdGebruik when settings do not go together
    /// @throws UncheckedIOException when the device does not open
    static Sleutelapparaat lees(Settings instellingen, List<String> slots) {
        Map<String, String> namen = new HashMap<>();
        for (String slot : slots) {
            instellingen.optional(label(slot)).ifPresent(naam -> namen.put(slot, naam));
        }
        Optional<String> configuratie = instellingen.optional(CONFIGURATIE);
        Optional<String> pin = instellingen.optional(PIN);
        Optional<String> bestand = instellingen.optional(PINBESTAND);
        if (pin.isPresent() && bestand.isPresent()) {
            throw new VerkeerdGebruik("de pincode staat bij " + PIN + " en bij " + PINBESTAND + ". Kies er een");
        }
        boolean metPin = pin.isPresent() || bestand.isPresent();
        if (configuratie.isEmpty() != namen.isEmpty() || configuratie.isPresent() != metPin) {
            throw new VerkeerdGebruik("voor sleutels in een apparaat (HSM) horen bij elkaar: " + CONFIGURATIE + ", "
                    + PINBESTAND + ", en "
                    + slots.stream().map(Sleutelapparaat::label).collect(Collectors.joining(" of ")));
        }
        if (instellingen.isInFile(PIN)) {
            LOG.warn(
                    "the PIN of the device stands readable in the settings; put it in a file ({}) or in the environment",
                    PINBESTAND);
        }
        return new Sleutelapparaat(
                configuratie.map(apparaat -> new Apparaat(
                        Path.of(apparaat),
                        () -> pin.orElseGet(() -> Geheimbestand.lees(Path.of(bestand.orElseThrow()), "de pincode")))),
                namen);
    }

    /// `ondertekening-sleutel` goes with `ondertekening-pkcs11`.
    static String label(String slot) {
        return slot.replace("-sleutel", "-pkcs11");
    }

    /// The key of a slot, with its certificates.
    ///
    /// @throws UncheckedIOException when it cannot be read or used
    Identity sleutel(String slot, Path bestand) {
        try {
            String naam = namen.get(slot);
            return naam == null
                    ? PemFiles.identity(bestand)
                    : apparaat.orElseThrow().sleutel(slot, naam, bestand);
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }
}
