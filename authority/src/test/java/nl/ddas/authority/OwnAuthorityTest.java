// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static nl.ddas.authority.Stage.done;
import static nl.ddas.authority.Stage.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.Proposal.Standing;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAuthorityTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Stage STAGE = new Stage(BEGIN);

    @TempDir
    static Path begun;

    @TempDir
    Path place;

    private final TestClock clock = new TestClock(BEGIN);
    private Path folder = Path.of("");
    private CaSecrets secrets = Stage.secrets(Path.of(""));
    private OwnAuthority authority;

    @BeforeAll
    static void beginOnce() throws IOException {
        OwnAuthority _ = STAGE.begun(begun.resolve("ca"), CaSignature.PSS_SHA512, new TestClock(BEGIN));
    }

    @BeforeEach
    void begin() throws IOException {
        folder = place.resolve("ca");
        secrets = Stage.secrets(folder);
        authority = Stage.copied(begun.resolve("ca"), folder, clock);
    }

    @Test
    void aPartyGetsThreeCertificatesWhenASecondOperatorApproves() throws Exception {
        long id = done(authority.request(STAGE.wijk, Stage.PROOF, STAGE.anna));
        assertThat(refused(authority.approve(id, STAGE.anna, secrets))).contains("zelf voorgesteld");
        assertThat(authority.register().issued()).isEmpty();

        done(authority.approve(id, STAGE.bram, secrets));

        assertThat(authority.register().of(id)).extracting(Issued::purpose).containsExactly(Purpose.values());
        assertThat(authority.register().of(id)).allSatisfy(one -> holds(one.certificate()));
        List<X509Certificate> chain = PemFiles.certificates(authority.issued(id).resolve("tls-keten.pem"));
        assertThat(chain.getFirst())
                .isEqualTo(authority.register().of(id).getFirst().certificate());
        assertThat(chain).hasSize(2);
    }

    @Test
    void twoProgramsThatApproveTheSameCarryItOutOnce() throws Exception {
        long id = done(authority.request(STAGE.wijk, Stage.PROOF, STAGE.anna));
        OwnAuthority other = OwnAuthority.open(folder, clock, Stage.KEYS);
        List<CaOutcome> outcomes = Stream.of(authority, other)
                .parallel()
                .map(program -> {
                    try {
                        return program.approve(id, STAGE.bram, secrets);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                })
                .toList();
        assertThat(outcomes).filteredOn(CaOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(CaOutcome.Refused.class::isInstance).hasSize(1);
        assertThat(other.register().of(id)).hasSize(3);
    }

    @Test
    void aSuccessorGoesUnderThePasswordOfWhatThereIs() throws Exception {
        long id = done(authority.succeed(false, STAGE.anna));
        CaSecrets wrong = new CaSecrets("een heel ander wachtwoord", secrets.rootKey(), secrets.root());
        assertThatThrownBy(() -> authority.approve(id, STAGE.bram, wrong)).isInstanceOf(WrongPassword.class);
        assertThat(authority.register().current().number()).isEqualTo(1);
    }

    @Test
    void issuesWithoutTheKeyOfTheRoot() throws Exception {
        Files.delete(folder.resolve("stam-sleutel.pem"));
        long id = done(authority.request(STAGE.wijk, Stage.PROOF, STAGE.anna));

        done(authority.approve(id, STAGE.bram, Stage.withoutRoot(folder)));

        assertThat(authority.register().of(id)).hasSize(3);
    }

    @Test
    void aWrongPasswordApprovesNothing() throws Exception {
        long id = done(authority.request(STAGE.wijk, Stage.PROOF, STAGE.anna));
        CaSecrets wrong = new CaSecrets("iets heel anders", folder.resolve("stam-sleutel.pem"), Optional.empty());

        assertThatThrownBy(() -> authority.approve(id, STAGE.bram, wrong)).isInstanceOf(WrongPassword.class);

        assertThat(authority.approvals().proposal(id).orElseThrow().standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void whatWasApprovedWhenTheProgramStoppedIsCarriedOutStill() throws Exception {
        long id = done(authority.request(STAGE.wijk, Stage.PROOF, STAGE.anna));
        assertThat(Approvals.open(folder.resolve("goedkeuring"), clock).approve(id, STAGE.bram))
                .isInstanceOf(Approvals.Outcome.Done.class);

        done(authority.approve(id, STAGE.bram, secrets));

        assertThat(authority.register().of(id)).hasSize(3);
        assertThat(refused(authority.approve(id, STAGE.bram, secrets))).contains("al beslist");
    }

    @Test
    void keysFilesAreSealed() throws Exception {
        for (String file : List.of("stam-sleutel.pem", "uitgever-1-sleutel.pem")) {
            assertThat(Files.readString(folder.resolve(file))).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
            assertThat(Files.getPosixFilePermissions(folder.resolve(file))).hasSize(2);
        }
    }

    @Test
    void aRevokedCertificateIsOnTheListAtOnce() throws Exception {
        long id = issued(STAGE.wijk);
        Issued tls = authority.register().of(id).getFirst();
        long revocation = done(authority.revoke(List.of(tls.serial()), RevocationReason.KEY_COMPROMISE, STAGE.anna));
        holds(tls.certificate());

        done(authority.approve(revocation, STAGE.bram, Stage.withoutRoot(folder)));

        assertThatThrownBy(() -> check(tls.certificate(), 1))
                .isInstanceOfSatisfying(CertPathValidatorException.class, refused -> assertThat(refused.getReason())
                        .isEqualTo(BasicReason.REVOKED));
        holds(authority.register().of(id).getLast().certificate());
        assertThat(refused(authority.revoke(List.of(tls.serial()), RevocationReason.CESSATION, STAGE.anna)))
                .contains("al ingetrokken");
        assertThat(refused(authority.renew(id, List.of(), Stage.PROOF, STAGE.anna)))
                .contains("gelekt");
    }

    @Test
    void renewsForTheSameKeysOrForNewOnesOfTheSameHolder() throws Exception {
        long id = issued(STAGE.wijk);
        clock.advance(Duration.ofDays(340));
        long again = done(authority.renew(id, List.of(), Stage.PROOF, STAGE.anna));
        done(authority.approve(again, STAGE.bram, secrets));

        assertThat(authority.register().of(again).getFirst().certificate().getPublicKey())
                .isEqualTo(authority.register().of(id).getFirst().certificate().getPublicKey());
        assertThat(authority.register().valid(clock.instant())).hasSize(6);
        assertThat(refused(authority.renew(id, List.of(STAGE.duin), Stage.PROOF, STAGE.anna)))
                .contains("dezelfde organisatie");
    }

    @Test
    void aKeyIsCertifiedForOneHolderOnly() throws Exception {
        issued(STAGE.wijk);
        PartyRequest stolen = Stage.accepted(Stage.requests(
                new Holder("Gemeente Dorp", new Oin("87654321"), List.of("bron.dorp.example")), STAGE.wijkKeys));

        assertThat(refused(authority.request(stolen, Stage.PROOF, STAGE.anna))).contains("andere organisatie");
        assertThat(refused(authority.request(STAGE.wijk, Stage.PROOF, STAGE.anna)))
                .contains("vernieuwen");
    }

    @Test
    void listsAreMadeAgainWhenTheyAreDue() throws Exception {
        X509CRL first = Stage.list(authority, "uitgever-1");
        clock.advance(Duration.ofHours(11));
        assertThat(authority.publish(Stage.withoutRoot(folder), false)).isEmpty();
        clock.advance(Duration.ofHours(2));

        assertThat(authority.publish(Stage.withoutRoot(folder), false)).hasSize(1);

        assertThat(CaLists.number(Stage.list(authority, "uitgever-1"))).isGreaterThan(CaLists.number(first));
        assertThat(Duration.between(
                        clock.instant(),
                        Stage.list(authority, "uitgever-1").getNextUpdate().toInstant()))
                .isEqualTo(Duration.ofDays(2));
        clock.advance(Duration.ofDays(70));
        assertThat(authority.publish(Stage.withoutRoot(folder), false)).anyMatch(line -> line.contains("stamsleutel"));
        assertThat(authority.publish(secrets, false)).anyMatch(line -> line.startsWith("stam.crl"));
    }

    @Test
    void theDrillChangesNothingAndTellsWhoMustFetch() throws Exception {
        issued(STAGE.wijk);
        issued(STAGE.duin);
        Set<X509Certificate> before = certificates();
        String head = authority.approvals().head();

        DrillReport report = authority.drill(place.resolve("oefening"), secrets);

        assertThat(report.faults()).isEmpty();
        assertThat(report.before()).isEqualTo(6);
        assertThat(report.reissued()).isEqualTo(6);
        assertThat(report.holders()).containsExactly(Stage.WIJK, Stage.DUIN);
        assertThat(certificates()).isEqualTo(before);
        assertThat(authority.approvals().head()).isEqualTo(head);
        holds(authority.register().issued().getFirst().certificate());
    }

    @Test
    void aLeakedIssuingKeyEndsEverythingItSignedAndAllIsIssuedAgain() throws Exception {
        long id = issued(STAGE.wijk);
        X509Certificate old = authority.register().of(id).getFirst().certificate();
        long order = done(authority.succeed(true, STAGE.anna));
        assertThat(refused(authority.approve(order, STAGE.bram, Stage.withoutRoot(folder))))
                .contains("stamsleutel");

        done(authority.approve(order, STAGE.bram, secrets));

        assertThat(authority.register().valid(clock.instant()))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.generation()).isEqualTo(2))
                .allSatisfy(one -> check(one.certificate(), 2));
        assertThatThrownBy(() -> check(old, 1))
                .isInstanceOfSatisfying(CertPathValidatorException.class, refused -> assertThat(refused.getReason())
                        .isEqualTo(BasicReason.REVOKED));
        assertThat(issued(STAGE.duin)).isPositive();
    }

    /// Else a drill in which no list came about would be a success.
    @Test
    void aListThatIsMissingOrRanOutProvesNothing() throws Exception {
        long id = issued(STAGE.wijk);
        Issued one = authority.register().of(id).getFirst();
        CaDrill drill = new CaDrill(new CaFolder(folder), authority.settings(), clock, Stage.KEYS);
        List<X509CRL> lists = List.of(Stage.list(authority, "stam"), Stage.list(authority, "uitgever-1"));
        Register register = authority.register();
        Register ofAnother = new Register(
                Optional.of(new CaBegin(register.current().certificate(), Optional.empty())),
                register.generations(),
                register.issued());
        assertThat(drill.judge(one, register, lists)).isEqualTo(CaDrill.Judgement.TRUSTED);
        assertThat(drill.judge(one, ofAnother, lists)).isNotEqualTo(CaDrill.Judgement.TRUSTED);
        assertThat(drill.judge(one, register, List.of(Stage.list(authority, "stam"))))
                .isEqualTo(CaDrill.Judgement.UNKNOWN);
        clock.advance(CaLists.ISSUING_LIFE.plusDays(1));
        assertThat(drill.judge(one, register, lists)).isEqualTo(CaDrill.Judgement.UNKNOWN);
    }

    /// What was recorded may be something that is not accepted any more: in an emergency all that counts is renewed.
    @Test
    void rulesThatBecameStricterDoNotStopTheEmergency() throws Exception {
        issued(STAGE.wijk);
        CaSettings stricter = Stage.settings(Environment.TEST, CaSignature.PSS_SHA512, "elders.example");

        DrillReport report =
                new CaDrill(new CaFolder(folder), stricter, clock, Stage.KEYS).run(place.resolve("oefening"), secrets);

        // The new authority is not allowed this host, and the drill says so; the others are good.
        assertThat(report.faults()).singleElement().asString().startsWith("een nieuw certificaat wordt niet vertrouwd");
        assertThat(report.reissued()).isEqualTo(3);
        assertThat(report.holders()).containsExactly(Stage.WIJK);
    }

    @Test
    void aSuccessorWithoutALeakLeavesWhatThereIs() throws Exception {
        long id = issued(STAGE.wijk);
        done(authority.approve(done(authority.succeed(false, STAGE.anna)), STAGE.bram, secrets));
        long other = issued(STAGE.duin);

        check(authority.register().of(id).getFirst().certificate(), 1);
        check(authority.register().of(other).getFirst().certificate(), 2);
    }

    @Test
    void anOperatorIsAddedByTwo() throws Exception {
        var carla = Stage.operator("Carla de Wit", clock.instant());
        long id = done(new Outcomes(authority.approvals().proposeOperator(carla.operator(), STAGE.anna)).asCa());

        done(authority.approve(id, STAGE.bram, secrets));

        done(authority.request(STAGE.wijk, Stage.PROOF, carla));
    }

    @Test
    void beginsOnlyOnceAndWithTwoPersons() throws Exception {
        assertThat(OwnAuthority.begin(
                        folder, authority.settings(), secrets, STAGE.anna, STAGE.bram.operator(), clock, Stage.SMALL))
                .isPresent();
        Path other = place.resolve("ander");
        assertThat(OwnAuthority.begin(
                        other,
                        authority.settings(),
                        Stage.secrets(other),
                        STAGE.anna,
                        Stage.operator("Anna Bakker", clock.instant()).operator(),
                        clock,
                        Stage.SMALL))
                .isPresent();
        assertThat(other).doesNotExist();
    }

    private record Outcomes(Approvals.Outcome outcome) {
        CaOutcome asCa() {
            return outcome instanceof Approvals.Outcome.Done(var entry)
                    ? new CaOutcome.Done(entry.number())
                    : CaOutcome.refused("");
        }
    }

    private long issued(PartyRequest request) throws IOException {
        long id = done(authority.request(request, Stage.PROOF, STAGE.anna));
        return done(authority.approve(id, STAGE.bram, secrets));
    }

    private Set<X509Certificate> certificates() {
        return new HashSet<>(
                authority.register().issued().stream().map(Issued::certificate).toList());
    }

    private void holds(X509Certificate leaf) {
        check(leaf, 1);
    }

    private void check(X509Certificate leaf, int generation) {
        try {
            X509Certificate issuing =
                    authority.register().generations().get(generation - 1).certificate();
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
            parameters.setDate(Date.from(clock.instant().plusSeconds(1)));
            parameters.setExplicitPolicyRequired(true);
            parameters.addCertStore(CertStore.getInstance(
                    "Collection",
                    new CollectionCertStoreParameters(
                            List.of(Stage.list(authority, "stam"), Stage.list(authority, "uitgever-" + generation)))));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, issuing)),
                            parameters);
        } catch (GeneralSecurityException | IOException refused) {
            throw sneaky(refused);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException sneaky(Exception failed) throws E {
        throw (E) failed;
    }
}
