// The phrases of the server a person can do something about. Some have gaps.
#include "ui/common/centre_words.h"

#include "ui/common/when_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTimeZone>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(untranslated, "parterre.words")

constexpr const char* phrases[] = {
    QT_TRANSLATE_NOOP("CentreWords", "wrong name or password"),
    QT_TRANSLATE_NOOP("CentreWords", "too many sign-ins at once"),
    QT_TRANSLATE_NOOP("CentreWords", "sign in again"),
    QT_TRANSLATE_NOOP("CentreWords", "nobody is signed in"),
    QT_TRANSLATE_NOOP("CentreWords", "this needs the permission %1, which starts at the role %2"),
    QT_TRANSLATE_NOOP("CentreWords", "this enrolment code is unknown, used or expired"),
    QT_TRANSLATE_NOOP("CentreWords", "there is no such counter to enrol again"),
    QT_TRANSLATE_NOOP("CentreWords", "this counter was revoked"),
    QT_TRANSLATE_NOOP("CentreWords", "this counter is not known here and must be enrolled anew"),
    QT_TRANSLATE_NOOP("CentreWords", "revoke the counter's key before you call it lost"),
    QT_TRANSLATE_NOOP("CentreWords", "its counter may still sell from it"),
    QT_TRANSLATE_NOOP("CentreWords", "its counter has given it back"),
    QT_TRANSLATE_NOOP("CentreWords", "their counter cannot be asked now"),
    QT_TRANSLATE_NOOP("CentreWords", "the list has changed since it was read"),
    QT_TRANSLATE_NOOP("CentreWords", "an alarm about this counter waits for a person"),
    QT_TRANSLATE_NOOP("CentreWords", "this case is not open"),
    QT_TRANSLATE_NOOP("CentreWords", "this case waits for no offer"),
    QT_TRANSLATE_NOOP("CentreWords", "three offers have been made"),
    QT_TRANSLATE_NOOP("CentreWords", "the offer has ended"),
    QT_TRANSLATE_NOOP("CentreWords", "no money is due in this case"),
    QT_TRANSLATE_NOOP("CentreWords", "somebody who has paid waits for these places"),
    QT_TRANSLATE_NOOP("CentreWords", "the event waits for its counters"),
    QT_TRANSLATE_NOOP("CentreWords", "the show is over"),
    QT_TRANSLATE_NOOP("CentreWords", "this ticket is void"),
    QT_TRANSLATE_NOOP("CentreWords", "this ticket is not valid, or there is newer paper"),
    QT_TRANSLATE_NOOP("CentreWords", "not before %1"),
    QT_TRANSLATE_NOOP("CentreWords", "at most 64 counters with an allotment"),
    QT_TRANSLATE_NOOP("CentreWords", "at most 50 seats at a time"),
    QT_TRANSLATE_NOOP("CentreWords", "at most %1 places in one hold"),
    QT_TRANSLATE_NOOP("CentreWords", "at most %1 places in one reservation"),
    QT_TRANSLATE_NOOP("CentreWords", "places in one basket"),
    QT_TRANSLATE_NOOP("CentreWords", "a counter's name has 1 to 120 characters, no control characters"),
    QT_TRANSLATE_NOOP("CentreWords", "this device's ops are not taken until a person has looked"),
    QT_TRANSLATE_NOOP("CentreWords", "the server is stopping"),
    QT_TRANSLATE_NOOP("CentreWords", "no answer in time"),
    QT_TRANSLATE_NOOP("CentreWords", "seller"),
    QT_TRANSLATE_NOOP("CentreWords", "supervisor"),
    QT_TRANSLATE_NOOP("CentreWords", "manager"),
    QT_TRANSLATE_NOOP("CentreWords", "admin"),
};

QString translated(const char* phrase)
{
    return QCoreApplication::translate("CentreWords", phrase);
}

// A time as the reader's clock shows it, a role in its own word, anything else as it is.
QString knownPhrase(const QString& said);
QString gapText(const QString& said)
{
    const QDateTime at = QDateTime::fromString(said, Qt::ISODate);
    if (at.isValid())
        return whenText(Instant{at.toMSecsSinceEpoch()}, QTimeZone::systemTimeZoneId().toStdString());
    const QString known = knownPhrase(said);
    return known.isEmpty() ? said : known;
}

QString knownPhrase(const QString& said)
{
    static const QRegularExpression gap(u"%\\d"_s);
    for (const char* phrase : phrases) {
        const QString pattern = QRegularExpression::escape(QString::fromUtf8(phrase)).replace(u"\\%"_s, u"%"_s);
        const QRegularExpression whole(QRegularExpression::anchoredPattern(QString(pattern).replace(gap, u"(.+)"_s)));
        const auto match = whole.match(said);
        if (!match.hasMatch())
            continue;
        QString words = translated(phrase);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            words.replace(u'%' + QString::number(i), gapText(match.captured(i)));
        return words;
    }
    return {};
}

bool speaksEnglish()
{
    return QCoreApplication::translate("CentreWords", "en", "the language of these words, as a code") == u"en";
}

// "Stalls/A/8", "Miller", "/var/journal.db": nothing to translate.
bool isName(const QString& said)
{
    return said.contains(u'/') || !said.front().isLower();
}

} // namespace

QString centreWords(const std::string& detail)
{
    const QString said = QString::fromStdString(detail).trimmed();
    if (said.isEmpty())
        return {};
    const QString known = knownPhrase(said);
    if (!known.isEmpty())
        return known;
    if (isName(said) || speaksEnglish())
        return said;
    qCWarning(untranslated).noquote() << "not translated:" << said;
    return {};
}

QStringList centrePhrases()
{
    QStringList list;
    for (const char* phrase : phrases)
        list << QString::fromUtf8(phrase);
    return list;
}

} // namespace parterre
