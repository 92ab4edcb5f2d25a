// Every screen of the offline work in turn, as a clerk or a manager comes to it.
#pragma once

#include "tests/ui/sheets/sheet_rig.h"

#include <functional>

namespace parterre::testing {

using Look = std::function<void(const char* screen)>;

inline void eachClerksScreen(SheetRig& rig, const Look& look)
{
    look("reserve-gauge");
    rig.show(rig.reserve);
    look("reserve");
    rig.goOffline();
    rig.window->salePage().showBasket();
    rig.settle();
    look("stale-map");
    rig.provisional->open(2, QStringLiteral("Stalls · row C: 12, 13"));
    rig.show(rig.provisional);
    look("provisional");
    rig.press(Qt::Key_Return);
    look("provisional-incomplete");
    SaleDone sale;
    sale.order = sampleCase(*rig.plan, rig.terms, CasePhase::Open).what.order;
    sale.sync = OrderSync::Provisional;
    rig.window->salePage().showSold(sale);
    rig.settle();
    look("sold-provisionally");
    rig.card->open({4550, {}}, QStringLiteral("9F4K-22TB"));
    rig.show(rig.card);
    look("card");
    LineReport report = upReport();
    rig.questions->setCount(2);
    for (const auto& [phase, name] :
         {std::pair(CasePhase::Offered, "conflict-offered"), std::pair(CasePhase::Open, "conflict-open"),
          std::pair(CasePhase::RefundDue, "conflict-refund"), std::pair(CasePhase::AtDoor, "conflict-door"),
          std::pair(CasePhase::Contest, "conflict-contest"), std::pair(CasePhase::Exchanged, "conflict-exchanged")}) {
        rig.window->salePage().model()->setViews(eveningViews(*rig.plan, false));
        rig.report(report);
        rig.setCases(
            {sampleCase(*rig.plan, rig.terms, phase, 1), sampleCase(*rig.plan, rig.terms, CasePhase::Contest, 2)});
        rig.show(rig.conflicts);
        rig.conflicts->choose(CaseId{idOf<OrderId>(7919).bytes});
        rig.settle();
        look(name);
    }
    rig.setCases({});
    rig.questions->setCount(0);
    look("conflict-none");
    rig.goOffline(true);
    rig.window->salePage().showBasket();
    rig.settle();
    look("drill");
    rig.report(report);
    rig.drill->open(sampleDrill());
    rig.show(rig.drill);
    look("drill-report");
    rig.window->salePage().showBasket();
    report.state = LineState::Syncing;
    report.drainedOps = 120;
    report.unsentOps = 220;
    rig.report(report);
    look("draining");
    for (const auto& [percent, name] :
         {std::pair(52U, "outbox-half"), std::pair(93U, "outbox-no-provisional"), std::pair(100U, "outbox-full")}) {
        rig.goOffline();
        LineReport down = downReport();
        down.outboxPercent = percent;
        down.provisional = percent < 90;
        rig.report(down);
        look(name);
    }
    LineReport halted = upReport();
    halted.halt = Halt::Restored;
    rig.report(halted);
    look("halted");
    rig.report(upReport());
}

inline void eachFirstPage(SheetRig& rig, const Look& look)
{
    auto& sheet = rig.window->questionPage().sheet();
    using Kind = RestartQuestion::Kind;
    rig.window->showPage(DeskWindow::Page::Questions);
    for (const auto& [kind, name] :
         {std::pair(Kind::Payment, "question-payment"), std::pair(Kind::MoneyBack, "question-money-back"),
          std::pair(Kind::Print, "question-print")}) {
        sheet.ask(sampleQuestion(kind), 1, 3);
        rig.settle();
        look(name);
    }
    rig.window->suspectPage().setReason(
        QStringLiteral("The journal ends before the last sale this counter knows of: a file was put back or copied."));
    rig.window->showPage(DeskWindow::Page::Suspect);
    rig.settle();
    look("suspect");
}

inline void eachManagersScreen(SheetRig& rig, const Look& look)
{
    rig.openManage(restoredOverview(*rig.plan));
    look("manage-awaited");
    rig.openManage(sampleOverview(*rig.plan));
    const auto choose = [&rig](const QString& beginning) {
        auto* list = rig.find<QTreeWidget>("manageList");
        for (int group = 0; group < list->topLevelItemCount(); ++group)
            for (int i = 0; i < list->topLevelItem(group)->childCount(); ++i)
                if (list->topLevelItem(group)->child(i)->text(0).startsWith(beginning))
                    list->setCurrentItem(list->topLevelItem(group)->child(i));
        list->setFocus();
        rig.settle();
    };
    choose(QStringLiteral("Till 2:"));
    look("manage-alarm");
    choose(QStringLiteral("K7QM42AB"));
    look("manage-case");
    choose(QStringLiteral("Till 1"));
    look("manage-active");
    choose(QStringLiteral("Foyer"));
    look("manage-limbo");
    rig.press(Qt::Key_W);
    look("manage-write-off");
    rig.press(Qt::Key_Escape);
    choose(QStringLiteral("Till 2"));
    rig.press(Qt::Key_W);
    look("manage-write-off-early");
    rig.press(Qt::Key_Escape);
    choose(QStringLiteral("Garden kiosk"));
    look("manage-written-off");
    rig.openManage({});
    look("manage-nothing");
}

inline void eachScreen(SheetRig& rig, const Look& look)
{
    eachFirstPage(rig, look);
    rig.window->showPage(DeskWindow::Page::Sale);
    rig.settle();
    eachClerksScreen(rig, look);
    eachManagersScreen(rig, look);
}

} // namespace parterre::testing
