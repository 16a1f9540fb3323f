// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one operator changes beside the journal is noticed.
class AuthorityChangedTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path place;

    private final TestClock clock = new TestClock(BEGIN);
    private Path folder = Path.of("");
    private OwnAuthority authority;

    @BeforeEach
    void begin() throws IOException {
        folder = place.resolve("ca");
        authority = new Stage(BEGIN).begun(folder, CaSignature.PSS_SHA512, clock);
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
