// The desk in German: every string has a finished translation, and a whole sale shows German words, dates and money.
#include "tests/ui/desk/desk_rig.h"
#include "ui/common/error_text.h"
#include "ui/common/key_hint.h"
#include "ui/common/money_text.h"
#include "ui/common/when_text.h"
#include "ui/seatmap/seat_list_view.h"

#include <QAction>
#include <QDirIterator>
#include <QHeaderView>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

const QLocale german(QLocale::German, QLocale::Germany);

struct Message
{
    QString context;
    QString source;
    QStringList forms;
    bool finished = true;
};

std::vector<Message> catalogue(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    bool hasForms = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name"_s)
            context = xml.readElementText();
        else if (xml.name() == u"message"_s) {
            messages.push_back({context, {}, {}});
            hasForms = xml.attributes().value(u"numerus"_s) == u"yes"_s;
        } else if (xml.name() == u"source"_s)
            messages.back().source = xml.readElementText();
        else if (xml.name() == u"numerusform"_s)
            messages.back().forms << xml.readElementText();
        else if (xml.name() == u"translation"_s) {
            messages.back().finished = !xml.attributes().hasAttribute(u"type"_s);
            if (hasForms) // they follow as elements of their own
                continue;
            if (const QString text = xml.readElementText().trimmed(); !text.isEmpty())
                messages.back().forms << text;
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString& text)
{
    static const QRegularExpression mark(u"%(\\d|n)"_s);
    QSet<QString> found;
    for (const auto& match : mark.globalMatch(text))
        found << match.captured(0);
    return found;
}

const QString folder = QStringLiteral(PARTERRE_SOURCE_DIR "/resources/translations/");

} // namespace

class GermanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStringIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << u"parterre_de.ts"_s;
        QTest::newRow("English plurals") << u"parterre_en.ts"_s;
    }
    void everyStringIsTranslated()
    {
        QFETCH(QString, file);
        const auto messages = catalogue(folder + file);
        QVERIFY(messages.size() >= 5);
        for (const Message& message : messages) {
            QVERIFY2(message.finished && !message.forms.isEmpty(),
                     qPrintable(message.context + u": "_s + message.source));
            for (const QString& form : std::as_const(message.forms)) {
                QVERIFY2(!form.isEmpty(), qPrintable(message.source));
                QSet<QString> expected = placeholders(message.source);
                if (message.forms.size() > 1 && &form == &message.forms.front() && !form.contains(u"%n"_s))
                    expected.remove(u"%n"_s); // one may go without its number: "Is the ticket in the tray?"
                QCOMPARE(placeholders(form), expected);
            }
        }
    }

    // What the sources say just now is what the catalogue knows: nobody forgot update_translations.
    void theCatalogueIsUpToDate()
    {
        QTemporaryDir scratch;
        const QString fresh = scratch.path() + u"/fresh.ts"_s;
        const QString root = QStringLiteral(PARTERRE_SOURCE_DIR);
        QProcess lupdate;
        lupdate.start(QStringLiteral(PARTERRE_LUPDATE), {u"-silent"_s, u"-I"_s, root, root + u"/app"_s, root + u"/ui"_s,
                                                         u"-locations"_s, u"none"_s, u"-ts"_s, fresh});
        QVERIFY(lupdate.waitForFinished(60'000));
        QSet<QString> known;
        for (const Message& message : catalogue(folder + u"parterre_de.ts"_s))
            known << message.context + u": "_s + message.source;
        const auto messages = catalogue(fresh);
        QVERIFY(messages.size() > 150);
        for (const Message& message : messages)
            QVERIFY2(known.contains(message.context + u": "_s + message.source),
                     qPrintable(message.context + u": "_s + message.source));
    }

    void aSaleInGerman()
    {
        DeskRig rig(samplePlan(), 1, {1400, 900}, german);
        QCOMPARE(rig.shown("enrolButton"), u"Einrichten   Enter"_s);
        rig.picture("de-enrol");
        QVERIFY(rig.begin());
        QVERIFY(rig.shown("reserveGauge").startsWith(u"Offline-Reserve: "_s));
        rig.picture("de-map");
        rig.press(Qt::Key_1);
        QVERIFY(rig.until([&] { return rig.basket().lines.size() == 1 && !rig.basket().busy; }));
        QCOMPARE(rig.shown("reserveButton"), u"Reservieren   R"_s);
        QVERIFY(rig.window->findChild<QLabel*>(u"basketTotal"_s)->text().endsWith(u",00\u00A0€"_s));
        rig.picture("de-basket");
        rig.press(Qt::Key_C);
        rig.picture("de-cash");
        rig.press(Qt::Key_Return);
        QVERIFY(rig.until([&] { return rig.shown("soldHeadline") == u"✓ Verkauft"_s; }));
        QVERIFY(rig.shown("soldWhat").startsWith(u"1 Karte für "_s));
        rig.picture("de-sold");
        rig.press(Qt::Key_Return);
        rig.press(Qt::Key_O, Qt::ControlModifier);
        rig.picture("de-orders");
        rig.press(Qt::Key_Escape);
        rig.till.link.cut = true;
        QVERIFY(rig.until([&] { return rig.shown("lineState").contains(u"Keine Verbindung"_s); }));
        QVERIFY(rig.notice().startsWith(u"Keine Verbindung zur Zentrale."_s));
        rig.picture("de-line-down");
    }

    // One function names the keys, for the line of shortcuts, buttons and menus: never "Strg" here and "Ctrl" there.
    void keysAreNamedAsOnAGermanKeyboard()
    {
        DeskRig rig(samplePlan(), 1, {1400, 900}, german);
        QVERIFY(rig.begin());
        QCOMPARE(keyName(u"Ctrl+Shift+D"_s), u"Strg+Umschalt+D"_s);
        QCOMPARE(keyName(Qt::Key_Delete), u"Entf"_s);
        QCOMPARE(keyName(Qt::Key_Return), u"Enter"_s);
        rig.press(Qt::Key_1);
        QVERIFY(rig.until([&] { return rig.basket().lines.size() == 1 && !rig.basket().busy; }));
        rig.press(Qt::Key_O, Qt::ControlModifier);
        static const QRegularExpression english(u"\\b(Ctrl|Del|Shift)\\b"_s);
        for (const QWidget* widget : rig.window->findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const auto* field = qobject_cast<const QLineEdit*>(widget);
            const QString says = (label    ? label->text()
                                  : button ? button->text()
                                  : field  ? field->placeholderText()
                                           : QString()) +
                                 widget->toolTip();
            QVERIFY2(!says.contains(english), qPrintable(says));
        }
        for (const QAction* action : rig.window->findChildren<QAction*>())
            QVERIFY2(!action->shortcut().toString(QKeySequence::NativeText).contains(english),
                     qPrintable(action->text()));
    }

    // What the centre adds in English is translated, or left out; what was typed or is a label stays.
    void theCentresWordsToo()
    {
        speak(german);
        const auto said = [](ErrorCode code, const char* detail) { return errorText(Error{code, detail}); };
        const QString role =
            said(ErrorCode::Forbidden, "this needs the permission write_off, which starts at the role supervisor");
        QVERIFY2(role.endsWith(u"(dafür ist die Rolle Kassenleitung nötig (Recht write_off))"_s), qPrintable(role));
        QVERIFY(said(ErrorCode::AmountMismatch, "the list has changed since it was read").contains(u"die Liste"_s));
        const QString early = said(ErrorCode::LimitExceeded, "not before 2026-11-27T19:05:00Z");
        QVERIFY2(early.startsWith(u"Dafür ist es noch zu früh."_s) && early.contains(u"(erst ab Fr. 27. Nov. 2026"_s),
                 qPrintable(early));
        QVERIFY(said(ErrorCode::LimitExceeded, "at most 6 places in one hold").contains(u"höchstens 6 Plätze"_s));
        QVERIFY(said(ErrorCode::LimitExceeded, "at most 64 counters with an allotment").startsWith(u"Mehr Kassen"_s));
        QTest::ignoreMessage(QtWarningMsg, "not translated: unheard of");
        QCOMPARE(said(ErrorCode::Malformed, "unheard of"), errorText(ErrorCode::Malformed));
        QVERIFY(said(ErrorCode::SeatTaken, "Stalls/C/12").endsWith(u"(Stalls/C/12)"_s));
        speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY(said(ErrorCode::Malformed, "unheard of").endsWith(u"(unheard of)"_s));
        QVERIFY(said(ErrorCode::Unauthenticated, "wrong name or password").endsWith(u"(wrong name or password)"_s));
    }

    void theListsHeadingsAreWhole()
    {
        DeskRig rig(samplePlan(), 1, {1024, 640}, german);
        QVERIFY(rig.begin());
        rig.press(Qt::Key_L);
        auto* header = rig.window->findChild<SeatListView*>()->header();
        rig.picture("de-list");
        for (int column = 0; column < header->count(); ++column)
            QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                     qPrintable(header->model()->headerData(column, Qt::Horizontal).toString()));
    }

    // The sentences the machine says are found again, so none of them reaches a German clerk in English.
    void theMachinesSentencesToo()
    {
        DeskRig rig(samplePlan(), 1, {1400, 900}, german, [](EventTerms& terms) { terms.provisionalSales = false; });
        QVERIFY(rig.begin());
        rig.till.link.cut = true;
        QVERIFY(rig.until([&] { return rig.till.counter->lineReport().state == LineState::Down; }));
        for (std::uint32_t i = 0; i < rig.centre.plan().seatCount(); ++i)
            if (!rig.till.counter->seatView(SeatIndex{i}).reserve) {
                rig.clickSeat(rig.centre.plan().label(SeatIndex{i}));
                break;
            }
        QVERIFY(rig.until([&] { return rig.notice().contains(u"gehört nicht zur Offline-Reserve"_s); }));
        QVERIFY2(rig.notice().endsWith(u"gibt es keinen Verkauf unter Vorbehalt."_s), qPrintable(rig.notice()));
        QVERIFY2(!rig.notice().contains(u"reserve mark"_s), qPrintable(rig.notice()));
    }

    void datesMoneyAndPluralsAreOfThePlace()
    {
        speak(german);
        QCOMPARE(whenText(Instant{1'795'804'200'000}, "Europe/Berlin"), u"Fr. 27. Nov. 2026, 19:30"_s);
        QCOMPARE(moneyText({123456, {}}), u"1.234,56\u00A0€"_s);
        QVERIFY(errorText(ErrorCode::Offline).startsWith(u"Keine Verbindung"_s));
        speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(QCoreApplication::translate("parterre::SoldSheet", "%n tickets", nullptr, 1), u"1 ticket"_s);
        QCOMPARE(QCoreApplication::translate("parterre::SoldSheet", "%n tickets", nullptr, 2), u"2 tickets"_s);
        speak(QLocale(QLocale::French, QLocale::France)); // no translation: English words, money of the place
        QCOMPARE(QCoreApplication::translate("parterre::SoldSheet", "%n tickets", nullptr, 1), u"1 ticket"_s);
        QVERIFY(moneyText({123456, {}}).endsWith(u'€'));
        speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
};

QTEST_MAIN(GermanTest)
#include "german_test.moc"
