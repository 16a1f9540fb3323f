// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import nl.ddas.trust.DeviceKeys;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PemFiles;

/// A device with keys of ours, opened anew when it was away. Safe for many threads.
final class Apparaat {

    private final Supplier<String> pin;

    /// Keys by the name of their setting: a key in a device equals no other object, also not itself.
    private final Map<String, Identity> gelezen = new HashMap<>();

    private DeviceKeys nu;

    /// The PIN that was refused: to offer it again and again would lock the device.
    private Optional<String> geweigerd = Optional.empty();

    /// Opens it.
    ///
    /// @param pin asked each time that it is opened
    /// @throws UncheckedIOException when it does not open
    Apparaat(Path configuratie, Supplier<String> pin) {
        this.pin = pin;
        try {
            this.nu = DeviceKeys.open(configuratie, pin.get().toCharArray());
        } catch (IOException dicht) {
            throw new UncheckedIOException(dicht);
        }
    }

    /// The key of a slot. The same object as long as its certificates are the same and it works, which is tried by
    /// signing with it; else looked up anew, in a device that is opened anew if need be.
    ///
    /// @param naam label in the device
    /// @param bestand with the certificates
    /// @throws IOException when there is no such key, or the device is away
    synchronized Identity sleutel(String slot, String naam, Path bestand) throws IOException {
        Identity eerder = gelezen.get(slot);
        List<X509Certificate> keten = PemFiles.certificates(bestand);
        if (eerder != null && nu.works(eerder)) {
            return eerder.chain().equals(keten) ? eerder : gelezen(slot, nu.identity(naam, bestand));
        }
        return gelezen(slot, eerder == null ? nu.identity(naam, bestand) : opnieuw(naam, bestand));
    }

    private Identity gelezen(String slot, Identity sleutel) {
        gelezen.put(slot, sleutel);
        return sleutel;
    }

    /// It may have been opened anew already, for another key.
    private Identity opnieuw(String naam, Path bestand) throws IOException {
        try {
            return nu.identity(naam, bestand);
        } catch (IOException weg) {
            String met = pin.get();
            if (geweigerd.equals(Optional.of(met))) {
                throw new IOException("the device refused this PIN; it is not offered again", weg);
            }
            heropen(met);
            return nu.identity(naam, bestand);
        }
    }

    private void heropen(String met) throws IOException {
        try {
            nu = nu.reopen(met.toCharArray());
        } catch (IOException dicht) {
            boolean doorPin = Stream.<Throwable>iterate(dicht, laag -> laag != null, Throwable::getCause)
                    .anyMatch(FailedLoginException.class::isInstance);
            geweigerd = doorPin ? Optional.of(met) : Optional.empty();
            throw dicht;
        }
    }
}
