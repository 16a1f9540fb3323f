// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Lezing;

/// Checks a delivery of one or more messages while streaming. Reusable, also by several threads at once; each
/// call keeps its own state.
///
/// The way of a delivery: [BerichtLezer] reads, a `Toetsloop` runs the table of `Regels`, findings go to the
/// [ToetsOntvanger], and what they mean together is the [Oordeel]. Memory does not grow with the delivery.
public final class Toetser {

    private final BerichtLezer lezer;
    private final Toetsinstelling instelling;
    private final SecureRandom toeval;
    private final Regelset regelset = Regelset.eigen();

    /// A checker with [Toetsinstelling#standaard()].
    ///
    /// @param lezer reads the messages
    /// @param toeval as below
    public Toetser(BerichtLezer lezer, SecureRandom toeval) {
        this(lezer, Toetsinstelling.standaard(), toeval);
    }

    /// @param lezer reads the messages
    /// @param instelling threads, memory and disk
    /// @param toeval gives the key of each run, under which persons are compared
    public Toetser(BerichtLezer lezer, Toetsinstelling instelling, SecureRandom toeval) {
        this.lezer = lezer;
        this.instelling = instelling;
        this.toeval = toeval;
    }

    /// Runs all rules over the messages of one delivery, in order.
    ///
    /// @param paginas at least one
    /// @throws IOException when bytes cannot be read or findings cannot be kept; never because of what the
    /// bytes say
    public Oordeel toets(List<Pagina> paginas, Verwachting verwachting, ToetsOntvanger ontvanger) throws IOException {
        return toets(paginas, verwachting, Vorige.GEEN, ontvanger);
    }

    /// As above, and compares with what is known of earlier deliveries (L-06, L-07, A-18).
    ///
    /// @throws IOException as above
    public Oordeel toets(List<Pagina> paginas, Verwachting verwachting, Vorige vorige, ToetsOntvanger ontvanger)
            throws IOException {
        Toetsvraag vraag = new Toetsvraag(paginas, verwachting, vorige, ontvanger);
        byte[] sleutel = new byte[32];
        toeval.nextBytes(sleutel);
        try (Werkmap werkmap = new Werkmap(instelling.werkmap());
                Toetsloop loop =
                        new Toetsloop(vraag, regelset, werkmap, instelling.inGeheugen(), new Sleutelaar(sleutel))) {
            lees(lezer.ontvangenOp(verwachting.ontvangen()), paginas, loop);
            return loop.besluit();
        } catch (UncheckedIOException broken) {
            throw new IOException("cannot read or keep what is checked", broken);
        }
    }

    private void lees(BerichtLezer lezer, List<Pagina> paginas, Toetsloop loop) throws IOException {
        if (instelling.draden() > 1) {
            Leesdraad.lees(lezer, paginas, loop);
            return;
        }
        for (Pagina pagina : paginas) {
            Lezing lezing = lezer.lees(pagina.bron(), pagina.begin(), loop);
            loop.eindePagina(lezing);
        }
    }
}
