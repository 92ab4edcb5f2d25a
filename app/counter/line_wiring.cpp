// What the clerk is told when the line turns, and the two sheets behind the gauge.
#include "app/counter/line_wiring.h"

#include "ui/desk/drained_words.h"
#include "ui/desk/drill_sheet.h"
#include "ui/desk/line_strips.h"
#include "ui/desk/reserve_sheet.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/top_bar.h"
#include "ui/seatmap/seat_map_model.h"

namespace parterre {

LineWiring::LineWiring(const DeskParts& parts) : m_parts(parts), m_reserve(new ReserveSheet), m_drill(new DrillSheet)
{
    auto& page = m_parts.window.salePage();
    page.addSheet(m_reserve);
    page.addSheet(m_drill);
    auto& top = m_parts.window.topBar();
    connect(&top, &TopBar::reserveRequested, this, [this] {
        if (m_parts.counter.openedEvent())
            m_parts.window.salePage().showSheet(m_reserve);
    });
    connect(&top, &TopBar::reserveReturnRequested, this, &LineWiring::returnReserve);
    connect(&top, &TopBar::drillToggled, this, &LineWiring::toggleDrill);
    connect(&m_parts.window.strips(), &LineStrips::drillEndRequested, this, [this] { toggleDrill(false); });
    connect(m_reserve, &ReserveSheet::returnRequested, this, &LineWiring::returnReserve);
    connect(&m_parts.bridge, &CounterBridge::lineMoved, this, &LineWiring::show);
}

void LineWiring::show()
{
    static const std::vector<PriceArea> none;
    auto& counter = m_parts.counter;
    const bool hasEvent = counter.openedEvent().has_value();
    const auto report = counter.lineReport();
    const auto& areas = hasEvent ? counter.plan()->priceAreas() : none;
    m_parts.window.topBar().setLine(report, areas);
    m_parts.window.topBar().setDrill(report.drill);
    m_parts.window.strips().setReport(report, hasEvent);
    m_reserve->setReport(report, areas);
    if (hasEvent)
        m_parts.window.salePage().setLine(report);
    const LineState before = std::exchange(m_shown, report.state);
    const bool turned = before != report.state;
    if (report.state == LineState::Down)
        m_drilled = report.drill || (m_drilled && !turned); // the machine is down for a moment after the drill
    if (!hasEvent) {
        m_drains = false;
        m_waiting.clear();
        return;
    }
    remember(report, turned);
    if (turned && !(m_drilled && report.state != LineState::Down)) // the drill's report says so
        tellTurn(report, before);
    if (m_drains && report.state == LineState::Up && report.waitingOps == 0)
        tellDrained();
}

// The list of orders is long, so it is read only when something was sold, and at the turn: what was sold just before
// it was noticed waits like the rest.
void LineWiring::remember(const LineReport& report, bool turned)
{
    const bool settled = report.state == LineState::Up && report.waitingOps == 0 && !m_drains;
    if (settled)
        m_waiting.clear(); // sold in a drill: its report has told of them
    const bool grew = std::exchange(m_unsent, report.unsentOps) < report.unsentOps;
    if (report.state == LineState::Up || report.waitingOps == 0 || !(grew || turned))
        return;
    for (const OrderSummary& order : m_parts.counter.orders())
        if (waitsForTheLine(order))
            m_waiting.insert(order.order.id);
}

// Once, when the last answer is there. Only good news goes away by itself.
void LineWiring::tellDrained()
{
    m_drains = false;
    const Drained drained = drainedOf(std::exchange(m_waiting, {}), m_parts.counter.orders());
    const auto kind = drained.isGood() ? NoticeBar::Kind::Good : NoticeBar::Kind::Caution;
    if (drained.sent() > 0) // a lost order is told of by itself, and must not take the place of all the others
        m_parts.window.notice().showNewsLater(kind, drainedText(drained));
    else
        m_parts.window.notice().showNews(kind, drainedText(drained));
}

void LineWiring::tellTurn(const LineReport& report, LineState before)
{
    auto& notice = m_parts.window.notice();
    if (report.drill)
        return; // its banner says so
    if (report.state == LineState::Down) {
        m_drains = false; // gone again before all was told: it is told when the line comes back once more
        notice.dismissNews();
        notice.showNews(
            NoticeBar::Kind::Caution,
            report.provisional
                ? tr("The line to the centre is down. The seats with the reserve mark can be sold as ever; "
                     "striped seats only provisionally. Every sale is safe on this disk and is sent when the "
                     "line is back.")
                : tr("The line to the centre is down. You can go on selling the seats with the reserve mark; "
                     "every sale is safe on this disk and is sent when the line is back."));
    } else if (before == LineState::Down) {
        m_drains = true;
        notice.dismissNews(); // the progress says the rest
    }
}

void LineWiring::returnReserve()
{
    if (!m_parts.counter.openedEvent())
        return;
    if (const auto returned = m_parts.counter.returnReserve(); !returned.ok())
        m_parts.refuse(returned.error());
    else
        m_parts.tell(tr("The offline reserve goes back to the centre. With the line "
                        "down, nothing can be sold here until the event is opened anew."));
    show();
}

void LineWiring::toggleDrill(bool on)
{
    m_parts.counter.simulateLineDown(on);
    show();
    const auto report = m_parts.counter.drillReport();
    if (on || !report || !report->over || !m_parts.counter.openedEvent())
        return;
    m_drill->open(*report);
    m_parts.window.salePage().showSheet(m_drill);
}

} // namespace parterre
