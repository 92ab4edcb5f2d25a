// Money as text in two locales, what a clerk types, a sentence for every error, and the contrast of every text colour.
#include "ui/common/centre_words.h"
#include "ui/common/detail_text.h"
#include "ui/common/error_text.h"
#include "ui/common/money_text.h"
#include "ui/common/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale german(QLocale::German, QLocale::Germany);
const Currency yen{{'J', 'P', 'Y'}};

} // namespace

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesMoneyAsThePlaceDoes()
    {
        QCOMPARE(moneyText({4500, {}}, english), u"€45.00"_s);
        QCOMPARE(moneyText({4500, {}}, german), u"45,00\u00A0€"_s);
        QCOMPARE(moneyText({5, {}}, english), u"€0.05"_s);
        QCOMPARE(moneyText({-123456789, {}}, german), u"−1.234.567,89\u00A0€"_s);
        QCOMPARE(moneyText({500, yen}, english), u"¥500"_s);
        QCOMPARE(moneyText({INT64_MIN, {}}, english), u"−€92,233,720,368,547,758.08"_s);
    }

    void readsWhatAClerkTypes()
    {
        const auto minor = [](const QString& text, const QLocale& locale) {
            const auto money = moneyFromText(text, {}, locale);
            return money ? money->minor : -1;
        };
        QCOMPARE(minor(u"50"_s, english), 5000);
        QCOMPARE(minor(u"50,5"_s, english), 5050);
        QCOMPARE(minor(u"€ 50.00"_s, english), 5000);
        QCOMPARE(minor(u"1.234,50"_s, german), 123450);
        QCOMPARE(minor(u"1.234"_s, german), 123400);
        QCOMPARE(minor(u"12,345"_s, english), 1234500);
        QCOMPARE(minor(u""_s, english), -1);
        QCOMPARE(minor(u"5x"_s, english), -1);
        QCOMPARE(minor(u"-5"_s, english), -1);
        QCOMPARE(minor(u"1.2345"_s, english), -1);
        QCOMPARE(minor(u"99999999999999999999"_s, english), -1);
    }

    void findsTheMachinesSentences()
    {
        QCOMPARE(machineSentence("Order K7QM42AB was refused; nothing was sold."),
                 u"Order K7QM42AB was refused; nothing was sold."_s);
        QCOMPARE(machineSentence("the journal ends at operation 12, but this counter wrote 30"),
                 u"the journal ends at operation 12, but this counter wrote 30"_s);
        // What happened, and behind it why nothing else can be done.
        const std::string both = "The line is down: Stalls/C/12 is not in this counter's offline reserve. Nothing was "
                                 "changed; choose a seat with the reserve mark. This event is not sold provisionally.";
        QCOMPARE(machineSentence(both), QString::fromStdString(both));
        QCOMPARE(machineSentence("Stalls/C/12"), std::nullopt);
        QCOMPARE(machineSentence("The hold has ended. Stalls/C/12"), u"The hold has ended. (Stalls/C/12)"_s);
    }

    void everyErrorHasItsOwnSentence()
    {
        QSet<QString> sentences;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const QString sentence = errorText(static_cast<ErrorCode>(code));
            QVERIFY2(sentence.endsWith(u'.') && sentence.count(u' ') > 6, qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), static_cast<int>(ErrorCode::Internal) + 1);
        QVERIFY(errorText(Error{ErrorCode::SeatTaken, "Stalls/C/12"}).endsWith(u"(Stalls/C/12)"_s));
    }

    // A phrase that was worded anew at the centre would reach nobody in another language.
    void theCentreStillSaysEveryPhrase()
    {
        QString sources;
        for (const QString& folder : {u"/server"_s, u"/sync"_s})
            for (QDirIterator files(QStringLiteral(PARTERRE_SOURCE_DIR) + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                                    QDirIterator::Subdirectories);
                 files.hasNext();) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                sources += QString::fromUtf8(file.readAll());
            }
        sources.replace(QRegularExpression(u"\"\\s*\n\\s*\""_s), QString()); // literals over several lines
        const QStringList phrases = centrePhrases();
        QVERIFY(phrases.size() > 30);
        for (const QString& phrase : phrases)
            for (const QString& piece : phrase.split(QRegularExpression(u"%\\d"_s), Qt::SkipEmptyParts))
                QVERIFY2(sources.contains(u'"' + piece + u'"'), qPrintable(phrase));
    }

    void textIsLegibleInEveryScheme()
    {
        using tokens::contrastRatio;
        QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21) < 0.01);
        for (const auto scheme : {tokens::Scheme::Light, tokens::Scheme::Dark, tokens::Scheme::HighContrast}) {
            const tokens::Colours& c = tokens::colours(scheme);
            for (const QColor& ground : {c.surface, c.raised, c.sunken})
                for (const QColor& text : {c.text, c.textMuted, c.accent, c.positive, c.caution, c.danger})
                    QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + u" on "_s + ground.name()));
            QVERIFY(contrastRatio(c.accentText, c.accent) >= 4.5);
            QVERIFY(contrastRatio(c.positiveText, c.positive) >= 4.5);
            QVERIFY(contrastRatio(c.cautionText, c.caution) >= 4.5);
            QVERIFY(contrastRatio(c.dangerText, c.danger) >= 4.5);
            QVERIFY(contrastRatio(c.controlEdge, c.surface) >= 3);
        }
    }
};

QTEST_GUILESS_MAIN(TextsTest)
#include "texts_test.moc"
