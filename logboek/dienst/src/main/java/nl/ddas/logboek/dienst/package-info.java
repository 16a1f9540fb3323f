/// The server of a Logboek Dataverwerkingen. So far: where lines are stored.
///
/// Start with [Logregels] (the store), [GroepsLogregels] (many senders, one commit) and [PostgresLogregels].
@NullMarked
package nl.ddas.logboek.dienst;

import org.jspecify.annotations.NullMarked;
