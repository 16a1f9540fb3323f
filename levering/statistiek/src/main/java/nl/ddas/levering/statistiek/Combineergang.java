// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Bron;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.Verwachting;

/// Combines exchange files without a database.
///
/// Reads every file twice: first to check it and to keep a small record of each traject, then, when it is known
/// what belongs together, to hand over the trajecten. In memory stay about 400 bytes a traject, and the
/// trajecten of several sources until the last of them was read.
public final class Combineergang {
    private static final String LEVERINGEN = "/leveringen";

    private final BerichtLezer lezer;
    private final Toetser toetser;
    private final Instellingen instellingen;
    private final Pseudoniem pseudoniem;
    private final Indicator indicator;

    /// @param toetser checks the files; reads with `lezer` too
    public Combineergang(
            BerichtLezer lezer,
            Toetser toetser,
            Instellingen instellingen,
            Pseudoniem pseudoniem,
            Gewichten gewichten) {
        this.lezer = lezer;
        this.toetser = toetser;
        this.instellingen = instellingen;
        this.pseudoniem = pseudoniem;
        indicator = new Indicator(gewichten);
    }

    /// A file to combine.
    ///
    /// @param naam as the user wrote it; a name that comes twice is read once
    public record Bestand(String naam, Bron bron) {}

    private record Gelezen(Bronrecord record, Bestandsoogst.Meta meta) {}

    /// Combines files and hands over what was found.
    ///
    /// @param ontvangen the moment of this run, for rules about the future
    /// @throws IOException when a file cannot be read, or changed between the two readings
    public Combinatie combineer(
            List<Bestand> bestanden, Instant ontvangen, Selectie selectie, CombineerOntvanger ontvanger)
            throws IOException {
        Map<String, Bestand> perNaam = new LinkedHashMap<>();
        bestanden.forEach(bestand -> perNaam.putIfAbsent(bestand.naam(), bestand));
        Map<Bronplaats, Bestandsoogst.Meta> meta = new HashMap<>();
        List<Bronrecord> records = new ArrayList<>();
        for (Bestand bestand : perNaam.values()) {
            toets(bestand, ontvangen, selectie, ontvanger).forEach(gelezen -> {
                records.add(gelezen.record());
                meta.put(gelezen.record().plaats(), gelezen.meta());
            });
        }
        Combinatie combinatie = new Combineerder(instellingen).combineer(records);
        ontvanger.combinatie(combinatie);
        Tweedelezing lezing = new Tweedelezing(lezer.ontvangenOp(ontvangen), combinatie, meta, ontvanger);
        for (Bestand bestand : perNaam.values()) {
            lezing.lees(bestand);
        }
        lezing.sluit();
        return combinatie;
    }

    private List<Gelezen> toets(Bestand bestand, Instant ontvangen, Selectie selectie, CombineerOntvanger ontvanger)
            throws IOException {
        Bestandsoogst oogst = new Bestandsoogst(
                bestand.naam(), new Persoonsherkenner(instellingen.bsnmodus(), pseudoniem), ontvanger);
        ontvanger.oordeel(
                bestand.naam(),
                toetser.toets(
                        List.of(new Pagina(OptionalInt.empty(), bestand.bron())), Verwachting.geen(ontvangen), oogst));
        List<Gelezen> uit = new ArrayList<>();
        for (int i = 0; i < oogst.records().size(); i++) {
            Bestandsoogst.Meta meta = oogst.metas().get(i);
            boolean doet = selectie == Selectie.ALLE_LEESBARE || !(meta.geweigerd() || oogst.isBerichtGeweigerd());
            if (doet) {
                uit.add(new Gelezen(oogst.records().get(i), meta));
            }
        }
        return uit;
    }

    /// The second reading: each traject goes to its group.
    private final class Tweedelezing {
        private final BerichtLezer lezer;
        private final Groepsvuller vuller;
        private final Map<Bronplaats, Bestandsoogst.Meta> metas;

        /// @param lezer the reader as it was in the first reading: an older version gets the same moment of receipt
        Tweedelezing(
                BerichtLezer lezer,
                Combinatie combinatie,
                Map<Bronplaats, Bestandsoogst.Meta> metas,
                CombineerOntvanger ontvanger) {
            this.lezer = lezer;
            this.vuller = new Groepsvuller(combinatie, indicator, ontvanger::traject);
            this.metas = metas;
        }

        void lees(Bestand bestand) throws IOException {
            Bronplaats.Bericht[] bericht = {Bronplaats.Bericht.bestand(bestand.naam())};
            Kop[] kop = {Bestandsoogst.GEEN_KOP};
            try {
                lezer.lees(bestand.bron(), new BerichtOntvanger() {
                    @Override
                    public void kop(Kop gelezen) {
                        kop[0] = gelezen;
                    }

                    @Override
                    public void traject(Schuldhulptraject traject, TrajectPlek plek) {
                        bericht[0] = bericht(bericht[0], plek);
                        Bronplaats plaats = new Bronplaats(bericht[0], plek.levering(), plek.index());
                        neem(plaats, traject, kop[0]);
                    }
                });
            } catch (UncheckedIOException wrapped) {
                throw new IOException(wrapped.getCause());
            }
        }

        private void neem(Bronplaats plaats, Schuldhulptraject traject, Kop kop) {
            vuller.zoek(plaats).ifPresent(record -> {
                if (record.personen().size() != traject.client().size()) {
                    throw new UncheckedIOException(veranderd());
                }
                Bestandsoogst.Meta meta = metas.getOrDefault(plaats, Bestandsoogst.GEEN_META);
                try {
                    vuller.neem(
                            new Bijdrage(record, traject, meta.vondsten(), kop.einddatumLevering(), meta.geweigerd()));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }

        void sluit() throws IOException {
            if (!vuller.isVol()) {
                throw veranderd();
            }
        }

        private static IOException veranderd() {
            return new IOException("a file changed while it was read");
        }
    }

    /// The message of a traject: one object as long as the trajecten stand in the same one.
    static Bronplaats.Bericht bericht(Bronplaats.Bericht vorige, TrajectPlek plek) {
        int begin = Math.max(0, plek.pointer().indexOf(LEVERINGEN));
        return vorige.voorvoegsel().length() == begin && plek.pointer().startsWith(vorige.voorvoegsel())
                ? vorige
                : new Bronplaats.Bericht(vorige.naam(), 0, plek.pointer().substring(0, begin));
    }
}
