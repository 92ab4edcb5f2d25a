// Which strips there are just now, and their sentences: what happened, what was kept, what to do.
#include "ui/desk/line_strips.h"

#include "sync/base/require.h"
#include "ui/common/theme.h"
#include "ui/desk/drain_bar.h"
#include "ui/desk/drill_banner.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t amberPercent = 50;
constexpr std::uint32_t noProvisionalPercent = 90;
constexpr std::uint32_t fullPercent = 100;

// Gives the sentences a translation context that Qt Linguist finds.
struct LineWords
{
    Q_DECLARE_TR_FUNCTIONS(LineWords)
};

} // namespace

QString outboxText(std::uint32_t percent)
{
    if (percent < amberPercent)
        return {};
    if (percent < noProvisionalPercent)
        return LineWords::tr(
                   "%1 % of the room for unsent sales is used. Every sale is safe on this disk and selling goes "
                   "on; tell the manager that the line must come back.")
            .arg(percent);
    if (percent < fullPercent)
        return LineWords::tr(
                   "%1 % of the room for unsent sales is used. Provisional sales have stopped; the reserve can "
                   "still be sold. Nothing is lost; the line must come back.")
            .arg(percent);
    return LineWords::tr(
        "There is no room for another unsent sale, so selling has stopped here. Everything sold is safe on "
        "this disk. It goes on as soon as the line is back.");
}

QString haltText(Halt halt)
{
    switch (halt) {
    case Halt::None:
        return {};
    case Halt::Journal:
        return LineWords::tr("This disk could not be written, so selling has stopped. Everything sold before is safe. "
                             "Free some space, then start the program again.");
    case Halt::Suspect:
        return LineWords::tr(
            "This counter's own record is not complete. It sells only with the line up until it is set up "
            "anew: compare the paper, then ask the manager for a new code.");
    case Halt::Quarantined:
        return LineWords::tr(
            "The centre has set this counter aside until a manager has looked. Its sales are kept here and "
            "are sent afterwards. Call the manager; sell at another counter meanwhile.");
    case Halt::LostHistory:
        return LineWords::tr(
            "The centre has lost part of what it knew, so this event is stopped. This counter remembers it "
            "and sends it again. Wait, or call the manager.");
    case Halt::Restored:
        return LineWords::tr(
            "The centre was restored from a backup and waits for all counters before it sells this event "
            "again. Sales made here are safe. Ask the manager which counter is missing.");
    case Halt::Impossible:
        return LineWords::tr(
            "A sale that cannot be has reached the centre, so this event is stopped until a manager has "
            "looked. Nothing is lost. Call the manager.");
    }
    PARTERRE_REQUIRE(false);
}

// One sentence on a ground that says how serious it is.
class LineStrips::Strip : public QFrame
{
public:
    Strip(const char* name, QWidget* parent) : QFrame(parent), m_text(new QLabel(this))
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(tokens::space16, tokens::space4, tokens::space16, tokens::space4);
        m_text->setWordWrap(true);
        m_text->setObjectName(QLatin1String(name));
        layout->addWidget(m_text);
    }
    void say(Level level, const QString& sentence)
    {
        setVisible(!sentence.isEmpty());
        const QString words = sentence.isEmpty() ? QString() : u"%1  %2"_s.arg(signOf(level), sentence);
        if (words == m_text->text())
            return;
        const auto [ground, ink] = coloursOf(level);
        setStyleSheet(u"background:%1;color:%2"_s.arg(ground.name(), ink.name()));
        m_text->setText(words);
        m_text->setAccessibleName(sentence);
    }

private:
    QLabel* m_text;
};

LineStrips::LineStrips(QWidget* parent)
    : QFrame(parent),
      m_drill(new DrillBanner(this)),
      m_drain(new DrainBar(this)),
      m_outbox(new Strip("outboxText", this)),
      m_halt(new Strip("haltText", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* strip : std::initializer_list<QWidget*>{m_drill, m_halt, m_outbox, m_drain})
        layout->addWidget(strip);
    connect(m_drill, &DrillBanner::endRequested, this, &LineStrips::drillEndRequested);
    setReport({}, false);
}

void LineStrips::setReport(const LineReport& report, bool hasEvent)
{
    m_drill->setVisible(report.drill);
    const bool draining = hasEvent && report.state == LineState::Syncing && report.unsentOps > 0;
    m_drain->setVisible(draining);
    if (draining)
        m_drain->setProgress(static_cast<int>(report.drainedOps),
                             static_cast<int>(report.drainedOps + report.unsentOps));
    m_outbox->say(report.outboxPercent >= noProvisionalPercent ? Level::Danger : Level::Caution,
                  outboxText(report.outboxPercent));
    m_halt->say(Level::Danger, hasEvent ? haltText(report.halt) : QString());
}

} // namespace parterre
