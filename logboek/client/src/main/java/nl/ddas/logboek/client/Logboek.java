// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Writes a line for each action, however it ends. One for each application; several may live side by side.
///
/// It has an OpenTelemetry SDK of its own: whatever telemetry the application has, samples or switches off, each
/// line is written (LDV: no log sampling). Actions nest by thread, and across threads with [#bound].
public final class Logboek implements AutoCloseable {

    private static final ContextKey<Lopend> HUIDIG = ContextKey.named("ldv-actie");

    private final Instelling instelling;
    private final Resource resource;
    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Aflevering aflevering;
    private final Regelschrijver schrijver;
    private final Melder melder;

    private Logboek(Instelling instelling, Verzending verzending) {
        this.instelling = instelling;
        this.melder = new Melder(instelling.luisteraar());
        this.resource = Resource.empty().toBuilder()
                .put("service.name", instelling.applicatie())
                .put("service.version", instelling.versie())
                .build();
        this.provider = SdkTracerProvider.builder()
                .setSampler(Sampler.alwaysOn())
                .setResource(resource)
                .setSpanLimits(
                        SpanLimits.builder().setMaxNumberOfAttributes(1_000).build())
                .build();
        this.tracer = provider.get("nl.ddas.logboek.client");
        this.aflevering = aflevering(instelling, verzending, melder);
        this.schrijver = new Regelschrijver(instelling.pseudonimisering(), tracer);
    }

    /// Starts; with a spool, what was left there is delivered first.
    public static Logboek open(Instelling instelling) {
        return open(instelling, new HttpVerzending(instelling));
    }

    static Logboek open(Instelling instelling, Verzending verzending) {
        return new Logboek(instelling, verzending);
    }

    private static Aflevering aflevering(Instelling instelling, Verzending verzending, Melder melder) {
        return switch (instelling.bevestiging()) {
            case WACHT -> new DirecteAflevering(verzending, melder);
            case SPOEL ->
                new SpoelAflevering(
                        verzending,
                        instelling,
                        new Spoel(instelling.spoelmap().orElseThrow(), mark(), instelling.spoelgrens()),
                        melder);
            case ACHTERAF -> new AchterafAflevering(verzending, instelling, melder);
        };
    }

    /// Of this writer only.
    private static String mark() {
        return IdGenerator.random().generateSpanId();
    }

    /// Takes up again what the log refused before and what the spool kept: after what was wrong was mended.
    ///
    /// @return how many lines
    public int offerAgain() {
        return aflevering.offerAgain();
    }

    /// Does the work and writes its line: `Error` when it throws, otherwise what the work said, `Unset` when it said
    /// nothing. With several data subjects each has a line of its own below it.
    ///
    /// @param actie without it the work is done all the same, and the listener hears that there is no line
    /// @return what the work gives
    /// @throws Exception what the work throws, unchanged
    /// @throws NietVastgelegd when the log did not confirm and the application asked to know
    public <T> T run(@Nullable Actie actie, Werk<T> werk) throws Exception {
        if (actie == null) {
            notWritten("an action was not described");
            return werk.run(new Lopend(Span.getInvalid(), melder));
        }
        Lopend lopend = begin(actie);
        if (!lopend.span().getSpanContext().isValid()) {
            return werk.run(lopend);
        }
        T result;
        try {
            Callable<T> within = Context.current().with(HUIDIG, lopend).wrap(() -> werk.run(lopend));
            result = within.call();
        } catch (Exception | Error failed) {
            // Whatever ends the work is written down as a failure (LDV 3.3.2.3), and thrown on as it came.
            fail(actie, lopend, failed);
            throw failed;
        }
        if (!end(actie, lopend, null) && instelling.sluitBijFout() && instelling.bevestiging() == Bevestiging.WACHT) {
            throw new NietVastgelegd("the log has not confirmed the lines of this action");
        }
        return result;
    }

    /// [#run] for work that gives nothing.
    public void execute(Actie actie, Stap stap) throws Exception {
        run(actie, lopend -> {
            stap.run(lopend);
            return Boolean.TRUE;
        });
    }

    /// Work that gives nothing.
    @FunctionalInterface
    public interface Stap {

        /// Does it.
        void run(Lopend actie) throws Exception;
    }

    /// The action in which this thread is, of whichever log; empty outside one.
    public static Optional<Lopend> huidige() {
        return Optional.ofNullable(Context.current().get(HUIDIG));
    }

    /// Work for another thread that belongs to the action of this one.
    public static Runnable bound(Runnable work) {
        return Context.current().wrap(work);
    }

    /// What goes wrong here must not stop the work: then it runs without a line, and the listener hears it.
    private Lopend begin(Actie actie) {
        try {
            return started(actie);
        } catch (RuntimeException broken) {
            notWritten("an action could not begin: " + broken.getClass().getSimpleName());
            return new Lopend(Span.getInvalid(), melder);
        }
    }

    /// A line that will not be there.
    void notWritten(String reden) {
        melder.report(1, reden);
    }

    private Lopend started(Actie actie) {
        SpanBuilder builder = tracer.spanBuilder(Regelschrijver.name(actie.naam()));
        Lopend above = Context.current().get(HUIDIG);
        if (actie.aanroep().isPresent() && actie.aanroep().get().actie().isValid()) {
            builder.setParent(
                    Context.root().with(Span.wrap(actie.aanroep().get().actie())));
        } else if (above != null) {
            builder.setParent(Context.root().with(above.span()));
        } else {
            builder.setNoParent();
        }
        Lopend lopend = new Lopend(builder.startSpan(), melder);
        lopend.over(actie.betrokkenen().toArray(Betrokkene[]::new));
        actie.kenmerken().forEach(lopend::met);
        return lopend;
    }

    /// The failure of the work is what the caller must see, so a failing log is only told to the listener.
    private void fail(Actie actie, Lopend lopend, Throwable failed) {
        end(actie, lopend, failed);
    }

    private boolean end(Actie actie, Lopend lopend, @Nullable Throwable failed) {
        try {
            Lopend.Slot slot = failed == null ? lopend.slot() : lopend.slot().failed();
            if (failed != null) {
                describe(lopend.span(), failed);
            }
            Regelschrijver.Regels regels = schrijver.write(actie, lopend.span(), slot);
            if (!regels.isVolledig()) {
                melder.report(1, "an activity with personal data ended without a data subject");
            }
            boolean isDelivered = aflevering.deliver(new Aflevering.Zending(
                    Spancodering.write(resource, regels.spans()), regels.spans().size()));
            return isDelivered && regels.isVolledig();
        } catch (RuntimeException broken) {
            // The business call goes on, whatever breaks here (LDV 3.3.2.1).
            melder.report(1, "the line could not be made: " + broken.getClass().getSimpleName());
            return false;
        }
    }

    private void describe(Span span, Throwable failed) {
        span.setAttribute(
                AttributeKey.stringKey("exception.type"), failed.getClass().getName());
        String message = failed.getMessage();
        if (instelling.foutmeldingen() && message != null) {
            span.setAttribute(AttributeKey.stringKey("exception.message"), message);
        }
    }

    /// Delivers what can still be delivered.
    @Override
    public void close() {
        aflevering.close();
        provider.close();
    }
}
