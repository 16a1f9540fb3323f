// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;

/// Keys that stay inside a device (an HSM, a smart card), through PKCS#11 and the provider of the JDK.
///
/// The device is told to Java as a whole (`Security.addProvider`): that is how Java's TLS and signature engines
/// find the one provider that can use such a key. Safe for many threads; the provider keeps a pool of sessions.
public final class DeviceKeys {

    /// Kept with the provider, so that it lasts as long as that.
    private static final String SETTINGS = DeviceKeys.class.getName() + ".configuration";

    private static final byte[] PROBE = {'o', 'w', 'n'};

    private final KeyStore store;
    private final Path configuration;

    private DeviceKeys(KeyStore store, Path configuration) {
        this.store = store;
        this.configuration = configuration;
    }

    /// Opens the device.
    ///
    /// @param configuration of SunPKCS11: at least `name`, `library` and `slot` or `slotListIndex`
    /// @param pin forgotten when this returns
    /// @throws IOException when the device is not there, does not open with this PIN, or its name is in use
    ///     for another
    public static DeviceKeys open(Path configuration, char[] pin) throws IOException {
        if (!Files.isReadable(configuration)) {
            throw new IOException("the PKCS#11 configuration " + configuration + " cannot be read");
        }
        try {
            Provider base = Security.getProvider("SunPKCS11");
            if (base == null) {
                throw new IOException("this Java has no PKCS#11");
            }
            return open(registered(base, configuration), configuration, pin);
        } catch (ProviderException | InvalidParameterException closed) {
            throw closed(configuration, closed);
        }
    }

    private static DeviceKeys open(Provider device, Path configuration, char[] pin) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", device);
            store.load(null, pin);
            return new DeviceKeys(store, configuration);
        } catch (GeneralSecurityException | ProviderException closed) {
            throw closed(configuration, closed);
        }
    }

    private static IOException closed(Path configuration, Exception why) {
        return new IOException("the device of " + configuration + " cannot be opened: " + why.getMessage(), why);
    }

    /// Opens the device anew, after it was away or forgot who logged in: keys that were got before stay of no
    /// use. A library that does not find its device again by itself does so in a new process only: to end and begin
    /// it in this one would break whoever is calling it now (PKCS#11 2.40, 5.4).
    ///
    /// @param pin forgotten when this returns
    /// @throws IOException when it does not open; this may then be called again
    public DeviceKeys reopen(char[] pin) throws IOException {
        // By the provider that is there: each new one would watch a device that is away with a thread of its own.
        return open(store.getProvider(), configuration, pin);
    }

    /// Whether a key of the device works now.
    public boolean works(Identity identity) {
        try {
            return belong(identity.key(), identity.leaf());
        } catch (GeneralSecurityException | ProviderException away) {
            return false;
        }
    }

    /// The one with this name that is there already, so that opening twice does no harm; it must be the same device.
    private static Provider registered(Provider base, Path configuration) throws IOException {
        Provider device = base.configure(configuration.toString());
        String settings = settings(configuration);
        Provider there = Security.getProvider(device.getName());
        if (there == null) {
            device.put(SETTINGS, settings);
            Security.addProvider(device);
            return device;
        }
        if (!settings.equals(there.getProperty(SETTINGS))) {
            throw new IOException("the name in " + configuration
                    + " is in use for another device: expected a name of its own for each library and slot");
        }
        return there;
    }

    /// What the configuration says, whatever its layout and comments.
    private static String settings(Path configuration) throws IOException {
        return Files.readString(configuration)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").replaceAll("\\s+", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// A key in the device with its certificates from a file: devices seldom hold those of the authorities.
    ///
    /// @param alias label of the key
    /// @param chain PEM, leaf first
    /// @throws IOException when there is no such key, the file holds no certificate, or they do not belong together
    public Identity identity(String alias, Path chain) throws IOException {
        List<X509Certificate> certificates = PemFiles.certificates(chain);
        try {
            Key key = store.getKey(alias, null);
            if (!(key instanceof PrivateKey own)) {
                throw new IOException("the device of " + configuration + " has no private key '" + alias + "'");
            }
            if (!belong(own, certificates.getFirst())) {
                throw new IOException("the certificate in " + chain + " belongs to another key than '" + alias + "'");
            }
            return new Identity(own, certificates);
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException unusable) {
            throw new IOException(
                    "the key '" + alias + "' in the device of " + configuration + " cannot be used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    /// A key in a device tells its public one only by doing what it is for.
    private static boolean belong(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String how = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        Signature engine = Signature.getInstance(how);
        engine.initSign(key);
        engine.update(PROBE);
        byte[] signed = engine.sign();
        Signature verifier = Signature.getInstance(how);
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(PROBE);
        return verifier.verify(signed);
    }
}
