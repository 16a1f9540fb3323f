// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import nl.ddas.basis.Headers;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.SignatureForm;

/// Signing and verifying a body of 40 MB: in a small heap beside the least it can cost, and beside EU DSS and Nimbus,
/// which get the heap they need. Ours looks at the chain and its revocation as well; the others do not.
final class Handtekeningmeting implements Meting {

    private static final int GROOTTE = 40_000_000;
    private static final String HEAP = "-Xmx16m";

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        Path map = plek.map("handtekening");
        Handtekeningplek wie = Handtekeningplek.open(map, plek.klok());
        Path uitvoer = plek.map("uitvoer").resolve("handtekening.txt");
        Proces.draai(
                        plek.root(),
                        plek.java(HEAP, Main.class, Handtekeningproef.WOORD, map.toString()),
                        uitvoer.toFile())
                .eis(0);
        Files.readAllLines(uitvoer).forEach(regel -> plek.regel("%s", regel));
        plek.regel("");
        vergelijk(plek, wie);
    }

    private static void vergelijk(Werkplaats plek, Handtekeningplek wie) throws IOException, InterruptedException {
        byte[] inhoud = Handtekeningplek.inhoud(GROOTTE);
        Dssmaat dssA = new Dssmaat(wie.identiteit(), SignatureForm.A, inhoud);
        Dssmaat dssB = new Dssmaat(wie.identiteit(), SignatureForm.B, inhoud);
        Nimbusmaat nimbus = new Nimbusmaat(wie.identiteit(), inhoud);
        Date nu = Date.from(plek.klok().instant());
        Uitslag uitslag = new Wedloop(1, 7)
                .met("form A", () -> beide(wie, SignatureForm.A, inhoud))
                .met("form A of DSS", () -> dssA.keur(dssA.onderteken(nu)))
                .met("form A of Nimbus", () -> nimbus.keur(nimbus.onderteken()))
                .met("form B", () -> beide(wie, SignatureForm.B, inhoud))
                .met("form B of DSS", () -> dssB.keur(dssB.onderteken(nu)))
                .loop();
        plek.regel("40 MB signed and verified");
        uitslag.druk(plek, GROOTTE);
        uitslag.drukVerhouding(plek, "form A", "form A of DSS", 5);
        uitslag.drukVerhouding(plek, "form A", "form A of Nimbus", 3);
        uitslag.drukVerhouding(plek, "form B", "form B of DSS", 1);
    }

    private static void beide(Handtekeningplek wie, SignatureForm vorm, byte[] inhoud) {
        Headers headers = wie.ondertekenaar(vorm).sign(inhoud).addTo(Headers.NONE);
        PayloadVerifier verificateur = new PayloadVerifier(wie.vertrouwen(), new Freshness.Answer(), wie.klok());
        if (!(verificateur.verify(headers, inhoud) instanceof Verdict.Verified)) {
            throw new IllegalStateException("expected a good signature");
        }
    }
}
