// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.ddas.levering.generator.Doorloop.Vondst;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Schuldhulptraject;

/// Writes the delivery of one supplier for one period, streaming: as one file, or as pages like the answers of
/// the API.
public final class Schrijver {

    private final Zaad zaad;
    private final Generator generator;
    private final Meelezer mee;

    /// Takes the next page, and gives its name for the lists.
    interface Bladen {
        /// @param nummer page number from 1
        long schrijf(int nummer, HeelBestand.Inhoud<Long> inhoud) throws IOException;

        String naam(int nummer);
    }

    /// @param zaad seed of the world, see [Stelsel#zaad]
    public Schrijver(long zaad, Meelezer mee) {
        this.zaad = new Zaad(Zaad.meng(zaad));
        this.generator = new Generator(zaad);
        this.mee = mee;
    }

    /// Writes the delivery as one file with the errors that the plan asks for, except those of whole files.
    ///
    /// @param naam name of the file for the lists that [Meelezer] gets
    /// @param uit is not closed
    /// @return number of trajecten written
    /// @throws IOException when `uit` fails
    public long schrijf(Leveranciersplan plan, Tijdvak tijdvak, String naam, OutputStream uit) throws IOException {
        Blad blad = new Blad(plan, tijdvak, naam, "", uit);
        for (Doorloop alle = generator.doorloop(plan, tijdvak); alle.hasNext(); ) {
            blad.zet(alle.next());
        }
        blad.bericht.close();
        mee.voortgang(plan.naam(), blad.trajecten);
        return blad.trajecten;
    }

    /// Writes the delivery as pages: `{"gegevens": ..., "paginering": ...}`, the header of a levering repeated
    /// on every page where it goes on.
    ///
    /// @param grootte trajecten in a page, at least 1
    /// @return number of trajecten written
    long schrijfBladen(Leveranciersplan plan, Tijdvak tijdvak, int grootte, Bladen bladen) throws IOException {
        long totaal = telGeleverd(plan, tijdvak);
        long aantalBladen = Math.max(1, Math.ceilDiv(totaal, grootte));
        Doorloop alle = generator.doorloop(plan, tijdvak);
        long geschreven = 0;
        for (int i = 1; i <= aantalBladen; i++) {
            int nummer = i;
            String paginering = ",\"paginering\":{\"pageSize\":" + grootte + ",\"currentPage\":" + nummer
                    + ",\"totalPages\":" + aantalBladen + ",\"totalRecords\":" + totaal + "}}";
            geschreven += bladen.schrijf(nummer, uit -> {
                uit.write(ascii("{\"gegevens\":"));
                Blad blad = new Blad(plan, tijdvak, bladen.naam(nummer), "/gegevens", uit);
                while (blad.trajecten < grootte && alle.hasNext()) {
                    blad.zet(alle.next());
                }
                blad.bericht.close();
                uit.write(ascii(paginering));
                return blad.trajecten;
            });
            mee.voortgang(plan.naam(), geschreven);
        }
        return geschreven;
    }

    private long telGeleverd(Leveranciersplan plan, Tijdvak tijdvak) {
        Foutenmenger menger = menger(plan, tijdvak, (fout, plaats) -> {});
        long totaal = 0;
        for (Doorloop alle = generator.doorloop(plan, tijdvak); alle.hasNext(); ) {
            totaal += menger.laatWeg(alle.next()) ? 0 : 1;
        }
        return totaal;
    }

    private Foutenmenger menger(Leveranciersplan plan, Tijdvak tijdvak, BiConsumer<Fout, String> melding) {
        return new Foutenmenger(zaad, plan.fouten(), tijdvak, melding);
    }

    private static byte[] ascii(String tekst) {
        return tekst.getBytes(StandardCharsets.US_ASCII);
    }

    /// One message while it is written.
    private final class Blad {

        private final Leveranciersplan plan;
        private final String naam;
        private final String begin;
        private final Foutenmenger menger;
        private final Trajectstand opname;
        private final BerichtSchrijver bericht;

        private int vorige = -1;
        private int levering = -1;
        private int index;
        private long trajecten;

        Blad(Leveranciersplan plan, Tijdvak tijdvak, String naam, String begin, OutputStream uit) throws IOException {
            this.plan = plan;
            this.naam = naam;
            this.begin = begin;
            this.menger = menger(plan, tijdvak, this::meld);
            this.opname = generator.opname(tijdvak);
            Kop kop = menger.kop(Generator.kop(plan, tijdvak));
            this.bericht = new BerichtSchrijver(uit, kop);
        }

        private void meld(Fout fout, String plaats) {
            mee.injectie(Injectie.van(fout, naam, begin + plaats));
        }

        void zet(Vondst vondst) throws IOException {
            if (menger.laatWeg(vondst)) {
                mee.weggelaten(plan.naam());
                return;
            }
            if (vondst.levering() != vorige) {
                vorige = vondst.levering();
                levering++;
                index = 0;
                bericht.levering(menger.levering(vondst, levering));
            }
            String plaats = "/leveringen/" + levering + "/schuldhulptrajecten/" + index;
            Schuldhulptraject traject = Generator.traject(opname, vondst);
            Optional<byte[]> anders = menger.verander(vondst, traject, plaats, index);
            if (anders.isPresent()) {
                bericht.traject(anders.get());
            } else {
                bericht.traject(traject);
            }
            meldGedeeld(vondst, traject.client().size(), begin + plaats);
            index++;
            if (++trajecten % 1000 == 0) {
                mee.voortgang(plan.naam(), trajecten);
            }
        }

        private void meldGedeeld(Vondst vondst, int personen, String plaats) {
            Geval geval = vondst.geval();
            if (geval.deling() != Deling.GEEN) {
                long persoon = geval.plek() * Bsns.PER_PLEK + geval.persoon();
                boolean twee = geval.deling() == Deling.TWEE_GEMEENTEN;
                mee.gedeeld(geval.nummer(), persoon, personen, twee, naam, plaats);
            }
        }
    }
}
