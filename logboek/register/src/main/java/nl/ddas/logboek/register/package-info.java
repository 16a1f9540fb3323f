/// The register of Verwerkingsactiviteiten: what an organisation says it does with data, in versions that never change.
@NullMarked
package nl.ddas.logboek.register;

import org.jspecify.annotations.NullMarked;
