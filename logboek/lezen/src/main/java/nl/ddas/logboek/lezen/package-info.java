/// Reading a log: the read API of the extension "lezen", and following a trace across organisations.
@NullMarked
package nl.ddas.logboek.lezen;

import org.jspecify.annotations.NullMarked;
