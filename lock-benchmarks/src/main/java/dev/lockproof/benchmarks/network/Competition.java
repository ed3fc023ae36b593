package dev.lockproof.benchmarks.network;

import dev.lockproof.Locks;
import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.locks.Locking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;

/** Measures how often threads get locks that they want all the time, how evenly, and what it costs the server. */
final class Competition implements Measurement {

    private final Crowd crowd;
    private final int millis;
    private final int workMicros;
    private final Comparison rate;
    private final Comparison evenness;
    private final CostEach requests;

    /**
     * Prepares to measure.
     *
     * @param millis how long a round lasts
     * @param workMicros how long each section lasts
     */
    Competition(Backend backend, Crowd crowd, int millis, int workMicros) {
        this.crowd = crowd;
        this.millis = millis;
        this.workMicros = workMicros;
        String sections = workMicros == 0 ? "empty sections" : "sections of " + workMicros + " µs";
        String title = "%s: %s, %s".formatted(backend.name(), crowd, sections);
        this.rate = new Comparison(title, "acquisitions a second");
        this.evenness = new Comparison(title, "most / fewest acquisitions of a thread");
        this.requests = new CostEach(title, backend.requests(), "by all threads");
    }

    @Override
    public void measure(Library library) throws InterruptedException, ExecutionException {
        List<Locking> clients = new ArrayList<>();
        Map<String, Section> sections = new HashMap<>();
        LongSummaryStatistics inTime;
        try {
            for (int i = 0; i < crowd.clients(); i++) {
                clients.add(library.connect().get());
            }
            List<Callable<Long>> contenders = contenders(clients, sections);
            requests.begin();
            inTime =
                    Together.run(contenders).stream().mapToLong(Long::longValue).summaryStatistics();
        } finally {
            clients.forEach(Locking::close);
        }
        sections.values().forEach(section -> section.refuseOverlaps(library));
        requests.end(
                library, sections.values().stream().mapToLong(Section::runs).sum());
        rate.add(library.label(), inTime.getSum() * 1000.0 / millis);
        evenness.add(library.label(), (double) inTime.getMax() / inTime.getMin());
    }

    private List<Callable<Long>> contenders(List<Locking> clients, Map<String, Section> sections) {
        Phaser start = new Phaser(crowd.threads());
        return IntStream.range(0, crowd.threads())
                .mapToObj(thread -> {
                    String key = crowd.key(thread);
                    Section section = sections.computeIfAbsent(key, name -> new Section(workMicros));
                    Locking client = clients.get(crowd.client(thread));
                    return Locks.detached(new Contender(client.named(key), section, start, millis)::run);
                })
                .toList();
    }

    @Override
    public void print() {
        rate.printWithRatios();
        evenness.print();
        requests.print();
    }
}
