// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;

/// Finds the requirements that a test method names: on itself, on its class and on the classes around that.
final class Requirements {

    private Requirements() {}

    static List<Requirement> of(MethodSource source) {
        Stream<AnnotatedElement> classes = Stream.<Class<?>>iterate(
                        source.getJavaClass(), c -> c != null, Class::getEnclosingClass)
                .map(c -> c);
        return Stream.concat(Stream.of(source.getJavaMethod()), classes)
                .map(element -> Optional.ofNullable(element.getAnnotation(Requirement.class)))
                .flatMap(Optional::stream)
                .toList();
    }
}
