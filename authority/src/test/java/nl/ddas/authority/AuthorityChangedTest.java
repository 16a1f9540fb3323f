// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static nl.ddas.authority.Stage.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Environment;
import nl.ddas.trust.PemFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one operator changes beside the journal is noticed.
class AuthorityChangedTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path place;

    private final TestClock clock = new TestClock(BEGIN);
    private final Stage stage = new Stage(BEGIN);
    private Path folder = Path.of("");
    private OwnAuthority authority;

    @BeforeEach
    void begin() throws IOException {
        folder = place.resolve("ca");
        authority = stage.begun(folder, CaSignature.PSS_SHA512, clock);
    }

    /// Whoever restores it has to know what was there.
    @Test
    void tellsTheSettingsFileAsItWas() throws Exception {
        Path settings = folder.resolve("ca.yaml");
        String begun = Files.readString(settings);
        Files.writeString(settings, begun.replace("2.999.42", "2.999.43"));
        assertThatThrownBy(() -> OwnAuthority.open(folder, clock, Stage.KEYS))
                .isInstanceOfSatisfying(AuthorityChanged.class, changed -> assertThat(changed.expected())
                        .isEqualTo(begun));
    }

    /// An authority that was begun holds these bytes in its journal.
    @Test
    void theTextOfSettingsStaysAsItIs() {
        assertThat(Stage.settings(Environment.TEST, CaSignature.PSS_SHA512, "wijk.example", "duin.example")
                        .toYaml())
                .isEqualTo("""
                        # Vastgelegd bij het begin van deze uitgever; verander dit niet.
                        naam: "Stelselbeheer"
                        omgeving: "test"
                        beleid: "2.999.42"
                        adres: "http://ca.stelsel.example"
                        handtekening: "pss"
                        domeinen: ["wijk.example", "duin.example"]
                        """);
    }

    @Test
    void anotherBeginNotedLaterCountsForNothing() throws Exception {
        Register before = authority.register();
        X509Certificate other = before.current().certificate();
        CaSettings wider = Stage.settings(Environment.PRODUCTIE, CaSignature.PSS_SHA512);
        assertThat(authority.approvals().note(Register.BEGIN, CaBegin.content(other, other, wider), stage.anna))
                .isInstanceOf(Approvals.Outcome.Done.class);

        assertThat(OwnAuthority.open(folder, clock, Stage.KEYS).register()).isEqualTo(before);
        Files.copy(folder.resolve("uitgever-1.pem"), folder.resolve("stam.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> OwnAuthority.open(folder, clock, Stage.KEYS)).isInstanceOf(AuthorityChanged.class);
    }

    @Test
    void anotherAnchorInTheFolderIsRefused() throws Exception {
        Path root = folder.resolve("stam.pem");
        Files.copy(folder.resolve("uitgever-1.pem"), root, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> OwnAuthority.open(folder, clock, Stage.KEYS))
                .isInstanceOfSatisfying(AuthorityChanged.class, changed -> assertThat(changed.file())
                        .isEqualTo(root));
        // A program that was open already goes by the journal, also for what parties fetch.
        long id = done(authority.request(stage.wijk, Stage.PROOF, stage.anna));
        done(authority.approve(id, stage.bram, Stage.secrets(folder)));
        assertThat(PemFiles.certificates(authority.issued(id).resolve("stam.pem")))
                .containsExactly(authority.root());
        assertThat(new CaDrill(new CaFolder(folder), authority.settings(), clock, Stage.KEYS)
                        .judge(
                                authority.register().of(id).getFirst(),
                                authority.register(),
                                List.of(Stage.list(authority, "stam"), Stage.list(authority, "uitgever-1"))))
                .isEqualTo(CaDrill.Judgement.TRUSTED);
    }

    @Test
    void otherSettingsThanThoseOfTheBeginningAreRefused() throws Exception {
        Path settings = folder.resolve("ca.yaml");
        String begun = Files.readString(settings);
        Files.writeString(settings, begun.replace("domeinen: []", "domeinen: [\"elders.example\"]"));
        assertThatThrownBy(() -> OwnAuthority.open(folder, clock, Stage.KEYS))
                .isInstanceOfSatisfying(AuthorityChanged.class, changed -> assertThat(changed.file())
                        .isEqualTo(settings));
        // Words of explanation are no settings.
        Files.writeString(settings, begun + "# gezien door Anna\n");
        assertThat(OwnAuthority.open(folder, clock, Stage.KEYS).settings()).isEqualTo(authority.settings());
    }

    /// The journal of an authority of before tells the root, not the settings.
    @Test
    void anAuthorityThatWasBegunBeforeOpensByItsRootAlone() throws Exception {
        CaSettings other = Stage.settings(Environment.TEST, CaSignature.PSS_SHA512, "elders.example");
        CaBegin old = CaBegin.of(JsonObject.EMPTY.with("root", Register.encoded(authority.root())));
        old.check(new CaFolder(folder), other);
        Files.copy(folder.resolve("uitgever-1.pem"), folder.resolve("stam.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> old.check(new CaFolder(folder), other)).isInstanceOf(AuthorityChanged.class);
    }
}
