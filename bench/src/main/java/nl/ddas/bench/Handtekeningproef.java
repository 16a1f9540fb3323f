// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import nl.ddas.basis.Headers;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.SignatureForm;

/// Signs and verifies 40 MB in a process with a heap of 16 MB, beside the least that it can cost: SHA-256 over the same
/// base64url bytes, ready made, and one RSA operation.
final class Handtekeningproef {

    /// Asks [Main] for this instead of a measurement.
    static final String WOORD = "handtekeningproef";

    private static final int STUK = 60_000;
    private static final int STUKKEN = 40_000_000 / STUK + 1;
    private static final double DOEL = 1 / 1.5;

    private final Handtekeningplek plek;
    private final byte[] stuk = Handtekeningplek.inhoud(STUK);
    private final byte[] tekst = new byte[STUK / 3 * 4];

    private Handtekeningproef(Handtekeningplek plek) {
        this.plek = plek;
        Arrays.fill(tekst, (byte) 'e');
    }

    /// @param args the word, and the folder of the authority
    static void draai(String[] args, Clock klok) throws IOException, InterruptedException {
        Werkplaats werkplaats =
                new Werkplaats(Path.of(""), new PrintStream(System.out, true, StandardCharsets.UTF_8), klok);
        new Handtekeningproef(Handtekeningplek.open(Path.of(args[1]), klok)).meet(werkplaats);
    }

    private void meet(Werkplaats uit) throws IOException, InterruptedException {
        byte[] los = zeker(this::zetKaal);
        Headers a = onderteken(SignatureForm.A);
        Headers b = onderteken(SignatureForm.B);
        Uitslag uitslag = new Wedloop(12, 25)
                .met("sign: SHA-256 and RSA", () -> eis(zeker(this::zetKaal)))
                .met("sign: form A", () -> onderteken(SignatureForm.A))
                .met("sign: form B", () -> onderteken(SignatureForm.B))
                .met("verify: SHA-256 and RSA", () -> eis(zeker(() -> keurKaal(los))))
                .met("verify: form A", () -> keur(a))
                .met("verify: form B", () -> keur(b))
                .loop();
        uit.regel("40 MB, in a heap of %d MB", Runtime.getRuntime().maxMemory() >> 20);
        uitslag.druk(uit, (long) STUK * STUKKEN);
        for (String wat : new String[] {"sign", "verify"}) {
            uitslag.drukVerhouding(uit, wat + ": form A", wat + ": SHA-256 and RSA", DOEL);
            uitslag.drukVerhouding(uit, wat + ": form B", wat + ": SHA-256 and RSA", DOEL);
        }
    }

    private Headers onderteken(SignatureForm vorm) throws IOException {
        try (PayloadSigner.Signing bezig = plek.ondertekenaar(vorm).start()) {
            schrijf(bezig);
            return bezig.finish().addTo(Headers.NONE);
        }
    }

    private void keur(Headers headers) throws IOException {
        PayloadVerifier verificateur = new PayloadVerifier(plek.vertrouwen(), new Freshness.Answer(), plek.klok());
        try (PayloadVerifier.Verifying bezig = verificateur.start(headers)) {
            schrijf(bezig);
            if (!(bezig.finish() instanceof Verdict.Verified)) {
                throw new IllegalStateException("expected a good signature");
            }
        }
    }

    private void schrijf(OutputStream uit) throws IOException {
        for (int i = 0; i < STUKKEN; i++) {
            uit.write(stuk);
        }
    }

    private byte[] zetKaal() throws GeneralSecurityException {
        Identity identiteit = plek.identiteit();
        Signature motor = motor();
        motor.initSign(identiteit.key());
        motor.update(hash());
        return motor.sign();
    }

    private byte[] keurKaal(byte[] handtekening) throws GeneralSecurityException {
        Signature motor = motor();
        motor.initVerify(plek.identiteit().leaf());
        motor.update(hash());
        if (!motor.verify(handtekening)) {
            throw new IllegalStateException("expected a good signature");
        }
        return handtekening;
    }

    private byte[] hash() throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < STUKKEN; i++) {
            sha256.update(tekst);
        }
        return sha256.digest();
    }

    private static Signature motor() throws GeneralSecurityException {
        Signature motor = Signature.getInstance("RSASSA-PSS");
        motor.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return motor;
    }

    private static void eis(byte[] handtekening) {
        if (handtekening.length == 0) {
            throw new IllegalStateException("expected a signature");
        }
    }

    private interface Kaal {
        byte[] doe() throws GeneralSecurityException;
    }

    private static byte[] zeker(Kaal werk) {
        try {
            return werk.doe();
        } catch (GeneralSecurityException stuk) {
            throw new IllegalStateException("every Java has RSASSA-PSS", stuk);
        }
    }
}
