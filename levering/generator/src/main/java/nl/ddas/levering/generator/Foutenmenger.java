// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import nl.ddas.levering.generator.Doorloop.Vondst;
import nl.ddas.levering.generator.Fout.InAlleTrajecten;
import nl.ddas.levering.generator.Fout.InBestand;
import nl.ddas.levering.generator.Fout.InKop;
import nl.ddas.levering.generator.Fout.InLevering;
import nl.ddas.levering.generator.Fout.InTraject;
import nl.ddas.levering.generator.Fout.Toestand;
import nl.ddas.levering.generator.Fout.Weglaten;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts the chosen errors into one delivery and tells where. Which traject gets which error follows from the
/// traject itself, so that the next period has the same error in it.
final class Foutenmenger {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Foutkeuze keuze;
    private final Tijdvak tijdvak;
    private final BiConsumer<Fout, String> melding;
    private final List<Fout> inTraject;
    private final List<Fout> inLevering;
    private final List<Fout> inKop;
    private final Zaad zaad;

    private int gegeven;

    /// @param melding is told each error and the JSON pointer below the message
    Foutenmenger(Zaad zaad, Foutkeuze keuze, Tijdvak tijdvak, BiConsumer<Fout, String> melding) {
        this.zaad = zaad;
        this.keuze = keuze;
        this.tijdvak = tijdvak;
        this.melding = melding;
        this.inTraject = kies(1);
        this.inLevering = kies(2);
        this.inKop = kies(3);
    }

    private List<Fout> kies(int laag) {
        return keuze.nummers().stream()
                .sorted()
                .map(Foutencatalogus::nummer)
                .filter(f -> laag == laag(f))
                .toList();
    }

    private static int laag(Fout fout) {
        return switch (fout.ingreep()) {
            case InTraject t -> 1;
            case InAlleTrajecten a -> 2;
            case InLevering l -> 2;
            case Weglaten w -> 2;
            case InKop k -> 3;
            case InBestand b -> 4;
        };
    }

    Kop kop(Kop kop) {
        if (keuze.kans() == 0 || inKop.isEmpty()) {
            return kop;
        }
        Fout fout = inKop.get(Math.floorMod(zaad.waarde(), inKop.size()));
        melding.accept(fout, fout.code().equals("A-11") ? "/codeGegevensleverancier" : "/aanleverdatumEnTijd");
        return fout.ingreep() instanceof InKop in ? in.pas(kop, tijdvak) : kop;
    }

    /// The errors of leveringen take turns, in every other levering.
    private Optional<Fout> vanLevering(Vondst vondst) {
        return keuze.kans() == 0 || inLevering.isEmpty() || vondst.plan() % 2 == 1
                ? Optional.empty()
                : Optional.of(inLevering.get(vondst.plan() / 2 % inLevering.size()));
    }

    /// The header of the levering, changed when its turn has come.
    ///
    /// @param plaats index of the levering in its message
    LeveringKop levering(Vondst vondst, int plaats) {
        Optional<Fout> fout = vanLevering(vondst);
        if (fout.isPresent()) {
            melding.accept(fout.get(), "/leveringen/" + plaats);
        }
        return fout.isPresent() && fout.get().ingreep() instanceof InLevering in ? in.pas(vondst.kop()) : vondst.kop();
    }

    /// Whether this traject is left out: only one that still runs.
    boolean laatWeg(Vondst vondst) {
        Optional<Fout> fout = vanLevering(vondst);
        return fout.isPresent()
                && fout.get().ingreep() instanceof Weglaten(double deel)
                && vondst.geval().verloop().einde() > Dagen.dag(tijdvak.peildatum())
                && vondst.geval().zaad().met(5).deel() < deel;
    }

    /// The bytes of the traject with its errors, empty when it gets none.
    ///
    /// @param plaats JSON pointer of the traject in its message
    Optional<byte[]> verander(Vondst vondst, Schuldhulptraject traject, String plaats, int index) throws IOException {
        Optional<Fout> algemeen = vanLevering(vondst).filter(f -> f.ingreep() instanceof InAlleTrajecten);
        boolean eigen = !inTraject.isEmpty()
                && gegeven < keuze.hoogstens()
                && vondst.geval().zaad().met(4).deel() < keuze.kans();
        if (algemeen.isEmpty() && !eigen) {
            return Optional.empty();
        }
        ObjectNode boom = (ObjectNode) JSON.readTree(BerichtSchrijver.bytes(traject));
        RandomGenerator toeval = vondst.geval().zaad().met(6).toeval();
        Toestand toestand = new Toestand(
                toeval,
                tijdvak,
                vondst.gemeente(),
                vondst.kop().aanleverendeOrganisatie(),
                vondst.rol() == Rol.UITVOERDER);
        if (algemeen.isPresent() && algemeen.get().ingreep() instanceof InAlleTrajecten in) {
            in.pas(boom, toestand, index);
        }
        if (eigen) {
            kiesEigen(boom, toestand, plaats);
        }
        return Optional.of(JSON.writeValueAsBytes(boom));
    }

    /// Tries the errors from a drawn one on, until one fits this traject.
    private void kiesEigen(ObjectNode boom, Toestand toestand, String plaats) {
        int begin = toestand.toeval().nextInt(inTraject.size());
        for (int i = 0; i < inTraject.size(); i++) {
            Fout fout = inTraject.get((begin + i) % inTraject.size());
            if (fout.ingreep() instanceof InTraject in) {
                Optional<String> binnen = in.pas(boom, toestand);
                if (binnen.isPresent()) {
                    gegeven++;
                    melding.accept(fout, plaats + binnen.get());
                    return;
                }
            }
        }
    }
}
