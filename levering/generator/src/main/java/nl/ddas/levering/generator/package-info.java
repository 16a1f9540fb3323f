/// Invented deliveries: a world of trajecten that is the same for the same seed, views of it by organisation
/// and moment, typical errors put in on purpose, and the set of test deliveries for suppliers.
///
/// Start with [Genereer] (files in a folder) or [Generator] (a stream of trajecten, no file). Nothing is
/// stored: every traject follows from the seed and its slot, see [Wereld]. All persons, numbers and
/// organisations are invented; the file says so in `codeGegevensleverancier`. Depends on `levering/model`.
@NullMarked
package nl.ddas.levering.generator;

import org.jspecify.annotations.NullMarked;
