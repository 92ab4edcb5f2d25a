// Each step is asked of the centre; the sheet waits for the answer.
#include "app/counter/conflict_wiring.h"

#include "app/counter/letter_text.h"
#include "ui/common/detail_text.h"
#include "ui/common/place_text.h"
#include "ui/conflicts/case_list.h"
#include "ui/conflicts/conflict_badge.h"
#include "ui/conflicts/conflict_sheet.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/top_bar.h"

namespace parterre {

ConflictWiring::ConflictWiring(const DeskParts& parts, LetterPrinter& letters)
    : m_parts(parts), m_letters(letters), m_badge(new ConflictBadge), m_sheet(new ConflictSheet)
{
    m_parts.window.topBar().addBadge(m_badge);
    m_parts.window.salePage().addSheet(m_sheet);
    connect(m_badge, &ConflictBadge::clicked, this, &ConflictWiring::open);
    connect(&m_parts.window.topBar(), &TopBar::conflictsRequested, this, &ConflictWiring::open);
    connect(&m_parts.bridge, &CounterBridge::casesMoved, this, &ConflictWiring::show);
    connect(&m_parts.bridge, &CounterBridge::viewMoved, this, &ConflictWiring::show);
    connect(&m_parts.bridge, &CounterBridge::caseNewsGiven, this, [this](const std::string& news) {
        m_parts.window.notice().showNews(NoticeBar::Kind::Caution,
                                         machineSentence(news).value_or(QString::fromStdString(news)));
    });
    connect(&m_parts.bridge, &CounterBridge::lineMoved, this,
            [this] { m_sheet->setLine(m_parts.counter.lineReport().state != LineState::Down); });
    connect(m_sheet, &ConflictSheet::proposalShown, this,
            [this](const SeatProposal& proposal) { m_parts.window.salePage().showProposal(proposal); });
    connectSteps();
}

void ConflictWiring::connectSteps()
{
    connect(m_sheet, &ConflictSheet::offerRequested, this, [this](CaseId id) {
        m_sheet->setBusy(true);
        m_parts.counter.makeOffer(id, answered({}));
    });
    connect(m_sheet, &ConflictSheet::offerAnswered, this, [this](CaseId id, std::optional<quint32> choice) {
        m_sheet->setBusy(true);
        m_parts.counter.answerOffer(
            id, choice, answered(choice ? seatedNews(id, *choice) : tr("Declined. The money has to go back.")));
    });
    connect(m_sheet, &ConflictSheet::refundGiven, this, [this](CaseId id) {
        m_sheet->setBusy(true);
        m_parts.counter.recordRefund(id, answered(tr("Noted: the money has gone back.")));
    });
    connect(m_sheet, &ConflictSheet::doorRequested, this, [this](CaseId id, bool settled) {
        m_sheet->setBusy(true);
        m_parts.counter.settleAtDoor(id, settled, {}, answered({}));
    });
    connect(m_sheet, &ConflictSheet::letterRequested, this, &ConflictWiring::printLetter);
    connect(m_sheet, &ConflictSheet::ticketsRequested, this, &ConflictWiring::ticketsRequested);
}

QString ConflictWiring::seatedNews(CaseId id, std::size_t choice) const
{
    for (const CaseReport& report : m_parts.counter.cases()) {
        const auto& offers = report.what.offers;
        if (report.what.id != id || choice >= offers.size())
            continue;
        const QString places = placesText(*m_parts.counter.plan(), offers[choice]);
        return report.mine
                   ? tr("Now seated: %1. Print the new tickets and the letter.").arg(places)
                   : tr("Now seated: %1. The counter that sold the order prints the new tickets and the letter.")
                         .arg(places);
    }
    return {};
}

Completion<void> ConflictWiring::answered(const QString& goodNews)
{
    return [this, goodNews](Result<void> done) {
        m_sheet->setBusy(false);
        show();
        if (!done.ok())
            m_parts.refuse(done.error());
        else if (!goodNews.isEmpty())
            m_parts.tell(goodNews);
        else
            m_parts.window.notice().dismiss();
    };
}

void ConflictWiring::show()
{
    if (!m_parts.counter.openedEvent()) {
        m_badge->setCount(0);
        return;
    }
    auto cases = m_parts.counter.cases();
    m_badge->setCount(openCases(cases));
    m_sheet->setCases(std::move(cases), m_parts.counter.plan(), m_parts.counter.terms(), m_parts.clock.now());
    m_sheet->setLine(m_parts.counter.lineReport().state != LineState::Down);
}

void ConflictWiring::open()
{
    if (!m_parts.counter.openedEvent())
        return;
    show();
    m_parts.window.salePage().showSheet(m_sheet);
}

void ConflictWiring::printLetter(CaseId id, std::uint32_t choice)
{
    for (const CaseReport& report : m_parts.counter.cases()) {
        if (report.what.id != id)
            continue;
        const auto printed = m_letters.print(
            letterText(report, choice, *m_parts.counter.plan(), m_parts.counter.terms(), m_parts.clock.now()));
        if (!printed.ok())
            m_parts.refuse(printed.error());
        else
            m_parts.tell(tr("Letter: %1").arg(*printed));
    }
}

} // namespace parterre
