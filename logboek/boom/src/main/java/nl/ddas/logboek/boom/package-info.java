/// The tree of hashes over the lines of a log, by which a change, a removal or a swap shows: tiles, signed checkpoints,
/// proofs, witnesses. Knows hashes only, never a line.
///
/// Start with [Verbintenis] (what is hashed) and [Bladbron] (where the leaves come from).
@NullMarked
package nl.ddas.logboek.boom;

import org.jspecify.annotations.NullMarked;
