// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Practises the worst: the key of the issuing authority leaked. Works in a copy of the folder, with the real
/// keys, and looks afterwards whether the new certificates hold and the old ones do not.
record CaDrill(CaFolder folder, CaSettings settings, Clock clock, KeyMaker keys) {

    private static final Logger LOG = LoggerFactory.getLogger(CaDrill.class);

    DrillReport run(Path copy, CaSecrets secrets) throws IOException {
        Instant begun = clock.instant();
        copy(folder.folder(), copy);
        CaFolder place = new CaFolder(copy);
        Approvals approvals = Approvals.open(place.approvals(), clock);
        Register register = Register.of(approvals);
        CaOrder order = new CaOrder.Successor(true);
        CaWork work = new CaWork(place, settings, register, clock, keys);
        List<Issued> old = register.valid(clock.instant());
        List<String> faults = new ArrayList<>();
        work.closed(order, secrets).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return new DrillReport(Duration.between(begun, clock.instant()), old.size(), 0, List.of(), faults);
        }
        JsonObject result = work.carryOut(0, order, secrets);
        Register after = register.succeeded(result, clock.instant());
        List<String> _ = new CaPublication(place, settings, after, clock.instant()).write(secrets, true);
        List<Issued> fresh = after.valid(clock.instant());
        look(place, after, old, fresh, faults);
        List<Holder> holders = fresh.stream().map(Issued::holder).distinct().toList();
        return new DrillReport(Duration.between(begun, clock.instant()), old.size(), fresh.size(), holders, faults);
    }

    private void look(CaFolder place, Register after, List<Issued> old, List<Issued> fresh, List<String> faults)
            throws IOException {
        List<X509CRL> lists = new ArrayList<>(place.list("stam").stream().toList());
        for (Register.Generation generation : after.generations()) {
            lists.addAll(place.list("uitgever-" + generation.number()).stream().toList());
        }
        for (Issued one : fresh) {
            if (judge(one, after, lists) != Judgement.TRUSTED) {
                faults.add("een nieuw certificaat wordt niet vertrouwd: "
                        + one.serial().toString(16));
            }
        }
        for (Issued one : old) {
            String serial = one.serial().toString(16);
            switch (judge(one, after, lists)) {
                case TRUSTED -> faults.add("een oud certificaat wordt nog vertrouwd: " + serial);
                case UNKNOWN ->
                    faults.add("van een oud certificaat is niet na te gaan of het nog wordt vertrouwd, bijvoorbeeld"
                            + " omdat een intrekkingslijst ontbreekt of is verlopen (zie het log): " + serial);
                case REFUSED -> {}
            }
        }
    }

    /// What somebody who trusts the root makes of a certificate.
    enum Judgement {
        TRUSTED,
        /// Revoked, or no path leads to the root.
        REFUSED,
        /// Nobody can tell, such as without a list that counts now; why is in the log.
        UNKNOWN
    }

    /// What somebody who trusts the root of a register makes of a certificate now.
    ///
    /// @param lists of the root and of every issuing authority
    Judgement judge(Issued one, Register register, List<X509CRL> lists) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(register.root(), null)));
            // Java lets pass what is revoked at this very moment.
            parameters.setDate(Date.from(clock.instant().plusSeconds(1)));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
            X509Certificate issuing =
                    register.generations().get(one.generation() - 1).certificate();
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertPath(List.of(one.certificate(), issuing)),
                            parameters);
            return Judgement.TRUSTED;
        } catch (CertPathValidatorException refused) {
            return refused.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS
                            || refused.getReason() == BasicReason.UNSPECIFIED
                    ? unknown(one, refused)
                    : Judgement.REFUSED;
        } catch (GeneralSecurityException broken) {
            return unknown(one, broken);
        }
    }

    private static Judgement unknown(Issued one, GeneralSecurityException why) {
        LOG.warn("certificate {} cannot be judged: {}", one.serial().toString(16), why.toString());
        return Judgement.UNKNOWN;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
