// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.basis.WholeFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {

    private static final Holder HOLDER = new Holder("Een", new Oin("00000099000000001000"), List.of("localhost"));
    private static final Stage STAGE = new Stage();

    private final Authority authority = STAGE.authority;

    @TempDir
    Path folder;

    private Identity identity = STAGE.authority.issue(Purpose.TLS, HOLDER);
    private TlsFiles files =
            new TlsFiles(Path.of(""), List.of(), new TlsFiles.Lists.None("not made yet"), Environment.TEST);

    @BeforeEach
    void write() throws Exception {
        Path key = folder.resolve("tls.pem");
        WholeFile.write(key, Pem.write(identity), "rw-------");
        Files.writeString(folder.resolve("anchors.pem"), Pem.write(List.of(authority.root())));
        writeLists();
        files = new TlsFiles(
                key,
                List.of(folder.resolve("anchors.pem")),
                new TlsFiles.Lists.In(List.of(folder.resolve("lists.pem")), STAGE.clock),
                Environment.TEST);
    }

    private void writeLists() throws IOException, GeneralSecurityException {
        WholeFile.write(folder.resolve("lists.pem"), Pem.writeCrls(authority.crls()), "rw-r--r--");
    }

    @Test
    void whatChangesOnDiskIsSeenAtTheNextReading() throws Exception {
        TlsReload reload = new TlsReload(files, STAGE.clock, Duration.ofMinutes(1));
        assertThat(reload.now())
                .isEqualTo(new Tls(
                        identity.key(),
                        identity.chain(),
                        List.of(authority.root()),
                        new Revocation.Checked(authority.crls(), STAGE.clock)));

        authority.revoke(identity.leaf().getSerialNumber());
        writeLists();
        identity = new Identity(
                identity.key(),
                authority.chain(Purpose.TLS, HOLDER, identity.leaf().getPublicKey()));
        WholeFile.write(folder.resolve("tls.pem"), Pem.write(identity), "rw-------");

        assertThat(reload.tick()).isEmpty();
        assertThat(reload.reload()).isEqualTo(new TlsReload.Outcome.Renewed());
        assertThat(reload.now().chain()).isEqualTo(identity.chain());
        assertThat(reload.now().revocation()).isEqualTo(new Revocation.Checked(authority.crls(), STAGE.clock));
    }

    @Test
    void aListFileWithoutListsIsRefusedAndNotCheckingIsAChoice() throws Exception {
        Files.writeString(folder.resolve("lists.pem"), "");
        assertThatThrownBy(files::get).isInstanceOf(UncheckedIOException.class).hasMessageContaining("lists.pem");
        TlsFiles careless = new TlsFiles(
                files.keyAndChain(), files.anchors(), new TlsFiles.Lists.None("a reason"), Environment.TEST);
        assertThat(careless.get().revocation()).isEqualTo(new Revocation.Unchecked("a reason"));
    }

    @Test
    void productionRefusesAnAnchorThatIsForPractice() {
        TlsFiles real = new TlsFiles(files.keyAndChain(), files.anchors(), files.lists(), Environment.PRODUCTIE);
        assertThatThrownBy(real::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected no anchor that is for practice in PRODUCTIE");
        assertThatThrownBy(real::trusted).hasMessageContaining("expected no anchor that is for practice in PRODUCTIE");
        assertThat(files.trusted()).containsExactly(authority.root());
    }

    @Test
    void aKeyThatEveryUserMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(files.keyAndChain(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(files::get).hasMessageContaining("chmod 600");
    }
}
