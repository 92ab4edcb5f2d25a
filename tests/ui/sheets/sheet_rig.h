// SheetRig: the real window with every sheet and page of the offline work, filled with values a test makes up. No
// machine behind it: what a person does comes out as a signal.
#pragma once

#include "app/counter/language.h"
#include "tests/support/generated_plans.h"
#include "tests/ui/sheets/sheet_samples.h"
#include "ui/common/theme.h"
#include "ui/conflicts/conflict_badge.h"
#include "ui/conflicts/conflict_sheet.h"
#include "ui/desk/card_sheet.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/drill_sheet.h"
#include "ui/desk/line_strips.h"
#include "ui/desk/provisional_sheet.h"
#include "ui/desk/question_badge.h"
#include "ui/desk/question_page.h"
#include "ui/desk/reserve_sheet.h"
#include "ui/desk/sale_page.h"
#include "ui/desk/sold_sheet.h"
#include "ui/desk/suspect_page.h"
#include "ui/desk/top_bar.h"
#include "ui/manage/manage_page.h"
#include "ui/seatmap/seat_map_model.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

namespace parterre::testing {

inline const QLocale english(QLocale::English, QLocale::UnitedKingdom);
inline const QLocale german(QLocale::German, QLocale::Germany);

class SheetRig
{
public:
    explicit SheetRig(const QLocale& locale = english, tokens::Scheme scheme = tokens::Scheme::Light,
                      double textScale = 1, QSize size = {1400, 900})
        : plan(test::theatre()), terms(sampleEvening(*plan))
    {
        speak(locale);
        applyTheme(*qApp, scheme, textScale);
        window = std::make_unique<DeskWindow>(QStringLiteral("http://centre"));
        auto& page = window->salePage();
        page.setEvent(plan, terms);
        page.model()->setViews(eveningViews(*plan, false));
        window->topBar().setEvent(&terms);
        window->topBar().setClerk(QStringLiteral("ann"), QStringLiteral("Till 2"));
        reserve = new ReserveSheet;
        provisional = page.findChild<ProvisionalSheet*>();
        card = new CardSheet;
        drill = new DrillSheet;
        conflicts = new ConflictSheet;
        badge = new ConflictBadge;
        questions = new QuestionBadge;
        manage = new ManagePage;
        window->topBar().addBadge(badge);
        window->topBar().addBadge(questions);
        for (Sheet* sheet : std::initializer_list<Sheet*>{reserve, card, drill, conflicts})
            page.addSheet(sheet);
        window->addPage(manage);
        QObject::connect(conflicts, &ConflictSheet::proposalShown, &page,
                         [&page](const SeatProposal& proposal) { page.showProposal(proposal); });
        QObject::connect(manage, &ManagePage::keysChanged, window.get(), [this](const KeyHints& keys) {
            if (window->shows(manage))
                window->showKeys(keys);
        });
        report(upReport());
        window->showPage(DeskWindow::Page::Sale);
        window->resize(size);
        window->show();
        PARTERRE_REQUIRE(QTest::qWaitForWindowActive(window.get()));
        settle();
    }

    SeatPlanPtr plan;
    EventTerms terms;
    std::unique_ptr<DeskWindow> window;
    ReserveSheet* reserve; // owned by the window
    ProvisionalSheet* provisional;
    CardSheet* card;
    DrillSheet* drill;
    ConflictSheet* conflicts;
    ConflictBadge* badge;
    QuestionBadge* questions;
    ManagePage* manage;

    void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }
    void report(const LineReport& report)
    {
        window->topBar().setLine(report, plan->priceAreas());
        window->strips().setReport(report, true);
        window->salePage().setLine(report);
        reserve->setReport(report, plan->priceAreas());
        settle();
    }
    void goOffline(bool drilled = false)
    {
        window->salePage().model()->setViews(eveningViews(*plan, true));
        LineReport down = downReport();
        down.drill = drilled;
        report(down);
    }
    void show(Sheet* sheet)
    {
        window->salePage().showSheet(sheet);
        settle();
    }
    void setCases(std::vector<CaseReport> cases)
    {
        badge->setCount(static_cast<int>(cases.size()));
        conflicts->setCases(std::move(cases), plan, terms, eveningNow);
        settle();
    }
    void openManage(const AdminOverview& overview)
    {
        manage->setEvent(QString::fromStdString(terms.title), terms.timeZone);
        window->showPage(manage, manage->keys());
        manage->setOverview(overview, eveningNow);
        settle();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* to = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(to, static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void type(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }
    template <typename Widget>
    Widget* find(const char* name) const
    {
        return window->findChild<Widget*>(QLatin1String(name));
    }
    // What a label or button says, empty when it is not shown.
    QString shown(const char* name) const
    {
        for (QWidget* widget : window->findChildren<QWidget*>(QLatin1String(name))) {
            if (!widget->isVisible())
                continue;
            if (const auto* label = qobject_cast<QLabel*>(widget))
                return label->text();
            if (const auto* button = qobject_cast<QAbstractButton*>(widget))
                return button->text();
        }
        return {};
    }

    // A picture for people, when PARTERRE_PICTURES names a folder.
    void picture(const QString& name) const
    {
        if (const QString to = qEnvironmentVariable("PARTERRE_PICTURES"); !to.isEmpty())
            window->grab().save(to + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
};

} // namespace parterre::testing
