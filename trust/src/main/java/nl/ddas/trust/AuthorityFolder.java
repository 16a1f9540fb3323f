// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.ddas.basis.FolderLock;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.WholeFile;
import nl.ddas.trust.AuthorityFolderFault.Fault;

/// A folder that holds an own authority and the parties it knows, so that keys stay the same from run to run.
///
/// ```
/// ca/stam.pem, ca/uitgever.pem            key and certificate of root and issuing authority, mode 0600
/// ca/intrekking.pem                       revocation lists of both
/// ca/ankers.pem                           root certificate, for others to trust
/// partijen/NAAM-OIN/{tls,ondertekening,versleuteling}.pem    key and chain of a party, mode 0600
/// ```
/// Each file is written whole, so a run that is killed leaves nothing half; several programs may use the folder
/// at once. What runs out soon is issued again for the same key. To get a new key, remove the file. A revoked
/// certificate stays.
public final class AuthorityFolder {

    /// A leaf is issued again when it has less than this to go.
    private static final Duration LEAF_LEFT = Duration.ofDays(30);

    /// An authority is certified again when it has less than this to go: it must outlive its leaves.
    private static final Duration AUTHORITY_LEFT = Authority.LEAF_LIFE.plusDays(30);

    /// Revocation lists older than this are made again.
    private static final Duration CRL_AGE = Duration.ofHours(12);

    private static final String PRIVATE = "rw-------";
    private static final String PUBLIC = "rw-r--r--";

    private final Path ca;
    private final Path parties;
    private final Environment environment;
    private final KeyMaker keys;
    private final Clock clock;
    private final Authority authority;
    private CrlsOnDisk known;

    /// What tells one version of the file with revocation lists from another.
    private record CrlsOnDisk(String version) {}

    private AuthorityFolder(Path folder, Environment environment, KeyMaker keys, Clock clock) throws IOException {
        this.environment = environment;
        this.keys = keys;
        this.clock = clock;
        ca = WholeFile.folder(folder.resolve("ca"));
        parties = WholeFile.folder(folder.resolve("partijen"));
        try (FolderLock _ = FolderLock.take(ca)) {
            WholeFile.removeUnfinished(ca);
            Identity root = root();
            Identity issuing = issuing(root);
            authority = Authority.of(root, issuing, environment, keys, clock, crlsOnDisk());
            WholeFile.write(ca.resolve("ankers.pem"), Pem.write(List.of(root.leaf())), PUBLIC);
            known = writeCrls();
        }
    }

    /// Opens the folder for the demo, makes authority and folder when they are not there. Renews the revocation lists.
    public static AuthorityFolder open(Path folder, Clock clock, SecureRandom random) throws IOException {
        return open(folder, Environment.DEMO, new KeyMaker(random), clock);
    }

    /// As [#open(Path, Clock, SecureRandom)], for a choice of environment and key size.
    ///
    /// @throws IOException also when the folder belongs to another environment, or a file in it cannot be read
    public static AuthorityFolder open(Path folder, Environment environment, KeyMaker keys, Clock clock)
            throws IOException {
        return new AuthorityFolder(folder, environment, keys, clock);
    }

    /// The certificates of a party; made, or issued again, when needed.
    ///
    /// @param hosts names and addresses in its TLS certificate
    public Party party(String name, Oin oin, List<String> hosts) throws IOException {
        return parties(List.of(new Holder(name, oin, hosts))).getFirst();
    }

    /// The certificates of several parties, new keys made side by side.
    public List<Party> parties(List<Holder> holders) throws IOException {
        try (FolderLock _ = FolderLock.take(ca)) {
            return holders.parallelStream().map(this::party).toList();
        } catch (UncheckedIOException broken) {
            throw Objects.requireNonNull(broken.getCause());
        }
    }

    /// What others must trust to believe these parties.
    public List<X509Certificate> anchors() {
        return List.of(authority.root());
    }

    /// The revocation lists of now: what another program revoked is in them, and they are never more than half a day
    /// old.
    public synchronized List<X509CRL> crls() {
        try {
            if (!version().equals(known)) {
                authority.adopt(crlsOnDisk());
                known = version();
            }
            Instant made = authority.crls().getFirst().getThisUpdate().toInstant();
            if (made.isBefore(clock.instant().minus(CRL_AGE))) {
                change(authority::renewCrls);
            }
            return authority.crls();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Trust in this authority, with the revocation lists of now; fit to hand to [PayloadVerifier] as it is.
    public Trust trust() {
        return new Trust(anchors(), crls(), environment);
    }

    /// What one end of a connection needs now: read from the folder, issued again when it runs out soon, with the
    /// revocation lists of now. Fit as source of [nl.ddas.basis.TlsReload].
    ///
    /// @throws UncheckedIOException when the folder cannot be read or written
    public Tls tls(Party party) {
        return tls(party.holder());
    }

    /// As [#tls(Party)], for who needs no more than a connection: no other keys are made.
    ///
    /// @throws UncheckedIOException when the folder cannot be read or written
    public Tls tls(Holder holder) {
        Identity identity = tlsIdentity(holder);
        return new Tls(identity.key(), identity.chain(), anchors(), new Revocation.Checked(crls(), clock));
    }

    private Identity tlsIdentity(Holder holder) {
        try (FolderLock _ = FolderLock.take(ca)) {
            return identity(fileOf(WholeFile.folder(partyFolder(holder)), Purpose.TLS), Purpose.TLS, holder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Revokes a certificate of a party, at once and for good.
    public synchronized void revoke(BigInteger serial) throws IOException {
        change(() -> authority.revoke(serial));
    }

    private void change(Runnable change) throws IOException {
        try (FolderLock _ = FolderLock.take(ca)) {
            authority.adopt(crlsOnDisk());
            change.run();
            known = writeCrls();
        }
    }

    private Identity root() throws IOException {
        Path file = ca.resolve("stam.pem");
        if (Files.exists(file)) {
            Identity root = read(file);
            checkEnvironment(root.leaf());
            if (lasts(root.leaf(), AUTHORITY_LEFT)) {
                return root;
            }
            return keep(file, Authority.renewedRoot(root, keys, clock));
        }
        return keep(file, Authority.newRoot(environment, keys.forAuthority(), keys, clock));
    }

    private Identity issuing(Identity root) throws IOException {
        Path file = ca.resolve("uitgever.pem");
        if (Files.exists(file)) {
            Identity issuing = read(file);
            if (lasts(issuing.leaf(), AUTHORITY_LEFT) && isSignedBy(issuing.leaf(), root.leaf())) {
                return issuing;
            }
            return keep(file, Authority.renewedIssuing(root, issuing, keys, clock));
        }
        return keep(file, Authority.newIssuing(root, environment, keys.forAuthority(), keys, clock));
    }

    private void checkEnvironment(X509Certificate root) throws IOException {
        String name = root.getSubjectX500Principal().getName();
        if (!List.of(name.split("[^A-Z]+")).contains(environment.name())) {
            throw new AuthorityFolderFault(new Fault.OtherEnvironment(ca, environment));
        }
    }

    private Party party(Holder holder) {
        try {
            Path folder = WholeFile.folder(partyFolder(holder));
            WholeFile.removeUnfinished(folder);
            Map<Purpose, Identity> identities = Arrays.stream(Purpose.values())
                    .parallel()
                    .collect(Collectors.toConcurrentMap(
                            purpose -> purpose, purpose -> identity(fileOf(folder, purpose), purpose, holder)));
            return new Party(
                    holder,
                    Objects.requireNonNull(identities.get(Purpose.TLS)),
                    Objects.requireNonNull(identities.get(Purpose.SIGNING)),
                    Objects.requireNonNull(identities.get(Purpose.ENCRYPTION)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Identity identity(Path file, Purpose purpose, Holder holder) {
        try {
            if (!Files.exists(file)) {
                return keep(file, authority.issue(purpose, holder));
            }
            Identity before = read(file);
            if (stillGood(before, purpose, holder)) {
                return before;
            }
            return keep(
                    file,
                    new Identity(
                            before.key(),
                            authority.chain(purpose, holder, before.leaf().getPublicKey())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean stillGood(Identity identity, Purpose purpose, Holder holder) {
        X509Certificate leaf = identity.leaf();
        return identity.chain().getLast().equals(authority.issuing())
                && lasts(leaf, LEAF_LEFT)
                && Authority.isFor(leaf, purpose, holder);
    }

    private boolean lasts(X509Certificate certificate, Duration left) {
        Instant now = clock.instant();
        return !certificate.getNotBefore().toInstant().isAfter(now)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(left));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notSigned) {
            return false;
        }
    }

    private static Identity keep(Path file, Identity identity) throws IOException {
        WholeFile.write(file, Pem.write(identity), PRIVATE);
        return identity;
    }

    private static Identity read(Path file) throws IOException {
        try {
            return Pem.readIdentity(Files.readString(file));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new AuthorityFolderFault(new Fault.NoKey(file), unreadable);
        }
    }

    private List<X509CRL> crlsOnDisk() throws IOException {
        Path file = ca.resolve("intrekking.pem");
        try {
            return Files.exists(file) ? Pem.readCrls(Files.readString(file)) : List.of();
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new AuthorityFolderFault(new Fault.NoLists(file), unreadable);
        }
    }

    private CrlsOnDisk writeCrls() throws IOException {
        try {
            WholeFile.write(ca.resolve("intrekking.pem"), Pem.writeCrls(authority.crls()), PUBLIC);
            return version();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a revocation list cannot be written", broken);
        }
    }

    private CrlsOnDisk version() throws IOException {
        BasicFileAttributes file = Files.readAttributes(ca.resolve("intrekking.pem"), BasicFileAttributes.class);
        return new CrlsOnDisk(file.lastModifiedTime() + " " + file.fileKey() + " " + file.size());
    }

    private static Path fileOf(Path partyFolder, Purpose purpose) {
        return partyFolder.resolve(purpose.word() + ".pem");
    }

    /// Letters, digits and dashes, whatever the name; the number keeps two of the same name apart.
    private Path partyFolder(Holder holder) {
        String plain = Normalizer.normalize(holder.name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return parties.resolve(plain + "-" + holder.oin());
    }
}
