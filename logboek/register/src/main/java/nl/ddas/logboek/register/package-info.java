/// The register of Verwerkingsactiviteiten: what an organisation says it does with data, in versions that never change.
///
/// Start with [Activiteit] (what is kept), [Registerbeheer] (how it changes), [RegisterApi] (how others read it) and
/// [Registercache] (how a log knows it). A register may be a document: [Documentlezer]. Sources: LDV 1.0.0, chapter
/// 3.4, and the draft API of the register (v0.1); the rule ids `LDV-R*` stand in `docs/requirements.tsv`.
@NullMarked
package nl.ddas.logboek.register;

import org.jspecify.annotations.NullMarked;
