// Counters end in _total; a histogram's buckets hold everything up to their bound.
#include "server/api/metrics_text.h"

namespace parterre {
namespace {

class Page
{
public:
    void counter(const char* name, const char* help, std::uint64_t value) { single(name, help, "counter", value); }
    void gauge(const char* name, const char* help, std::uint64_t value) { single(name, help, "gauge", value); }

    void head(const char* name, const char* help, const char* type)
    {
        text += QByteArray("# HELP parterre_") + name + ' ' + help + "\n# TYPE parterre_" + name + ' ' + type + '\n';
    }
    void value(const QByteArray& name, const QByteArray& labels, std::uint64_t value)
    {
        text += "parterre_" + name + labels + ' ' + QByteArray::number(static_cast<quint64>(value)) + '\n';
    }
    void histogram(const char* name, const char* help, const Histogram& histogram)
    {
        head(name, help, "histogram");
        const QByteArray bucket = QByteArray(name) + "_bucket";
        std::uint64_t count = 0;
        for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
            count += histogram.counts[i];
            const bool isLast = i == Histogram::bounds.size();
            const QByteArray bound =
                isLast ? QByteArray("+Inf") : QByteArray::number(static_cast<quint64>(Histogram::bounds[i]));
            value(bucket, "{le=\"" + bound + "\"}", count);
        }
        value(QByteArray(name) + "_sum", {}, histogram.sum);
        value(QByteArray(name) + "_count", {}, count);
    }

    QByteArray text;

private:
    void single(const char* name, const char* help, const char* type, std::uint64_t number)
    {
        head(name, help, type);
        value(name, {}, number);
    }
};

} // namespace

QByteArray metricsText(const ArbiterMetrics& arbiter, const LoadShedder& load, std::size_t streams)
{
    Page page;
    page.counter("commands_total", "Commands the arbiter took from its queue.", arbiter.commands);
    page.counter("commands_refused_total", "Commands refused by a rule.", arbiter.refused);
    page.counter("commands_replayed_total", "Repeats that got the first answer.", arbiter.replayed);
    page.counter("commands_overloaded_total", "Commands turned away because the queue was full.", arbiter.overloaded);
    page.counter("entries_total", "Log entries committed.", arbiter.entries);
    page.counter("commits_total", "Commits that worked.", arbiter.commits);
    page.counter("commits_failed_total", "Commits that did not.", arbiter.failedCommits);
    page.gauge("events_frozen", "Events waiting to be read again after a failed commit.", arbiter.frozenEvents);
    page.gauge("commands_queued", "Commands waiting for the arbiter.", arbiter.queued);
    page.gauge("load_delay_milliseconds", "Least wait of the last moments; what overload is measured by.",
               static_cast<std::uint64_t>(load.delay().count()));
    page.gauge("streams", "Readers of seat streams.", streams);
    page.head("shed_total", "Requests sent away because there was no time for them.", "counter");
    page.value("shed_total", "{worth=\"visit\"}", load.shed(Worth::Visit));
    page.value("shed_total", "{worth=\"map\"}", load.shed(Worth::Map));
    page.value("shed_total", "{worth=\"hold\"}", load.shed(Worth::Hold));
    page.histogram("batch_commands", "Commands in a batch.", arbiter.batchCommands);
    page.histogram("commit_milliseconds", "How long a commit took.", arbiter.commitMs);
    page.histogram("queue_delay_milliseconds", "How long the oldest command of a batch waited at most.",
                   arbiter.queueDelayMs);
    return page.text;
}

} // namespace parterre
