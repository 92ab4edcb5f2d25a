// The fans' words: the language is chosen as asked, and no sentence is missing in German.
#include "server/web/locale_text.h"
#include "server/web/problem_text.h"
#include "server/web/visit.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace parterre;
using namespace parterre::web;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString name; // context and source
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
    bool isCounted = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name"_s)
            context = xml.readElementText();
        else if (xml.name() == u"message"_s) {
            messages.push_back({context + u": "_s, {}});
            isCounted = xml.attributes().value(u"numerus"_s) == u"yes"_s;
        } else if (xml.name() == u"source"_s)
            messages.back().name += xml.readElementText();
        else if (xml.name() == u"numerusform"_s)
            messages.back().forms << xml.readElementText();
        else if (xml.name() == u"translation"_s) {
            messages.back().finished = !xml.attributes().hasAttribute(u"type"_s);
            if (!isCounted)
                messages.back().forms << xml.readElementText();
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

const QString translations = QStringLiteral(PARTERRE_SOURCE_DIR "/resources/translations/");

http::Request visitWith(const std::string& query, const std::string& cookie, const std::string& accept)
{
    http::Request request;
    request.path = "/events/1";
    if (!query.empty())
        request.query = {{"section", "2 & 3"}, {"lang", query}};
    request.head = QByteArray::fromStdString("parterre_lang=" + cookie + '\n' + accept);
    const std::string_view head(request.head.constData(), static_cast<std::size_t>(request.head.size()));
    const std::size_t line = head.find('\n');
    if (!cookie.empty())
        request.headers.push_back({"cookie", head.substr(0, line)});
    if (!accept.empty())
        request.headers.push_back({"accept-language", head.substr(line + 1)});
    return request;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLanguageIsChosen_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("cookie");
        QTest::addColumn<QString>("accept");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QString& query, const QString& cookie, const QString& accept,
                            const QString& code) { QTest::newRow(name) << query << cookie << accept << code; };
        row("nothing said", {}, {}, {}, u"en"_s);
        row("German browser", {}, {}, u"de-DE,de;q=0.9,en;q=0.8"_s, u"de"_s);
        row("English before German", {}, {}, u"en-GB, de;q=0.5"_s, u"en"_s);
        row("weights count, not the order", {}, {}, u"en;q=0.3, DE-at;q=0.7"_s, u"de"_s);
        row("a language we have not", {}, {}, u"fr, de;q=0.4"_s, u"de"_s);
        row("refused by weight", {}, {}, u"fr, de;q=0"_s, u"en"_s);
        row("nonsense", {}, {}, u";;q=x,,de;q=abc,%%%"_s, u"en"_s);
        row("cookie before the browser", {}, u"de"_s, u"en"_s, u"de"_s);
        row("a cookie that is none of ours", {}, u"xx"_s, u"de"_s, u"de"_s);
        row("address before the cookie", u"en"_s, u"de"_s, u"de"_s, u"en"_s);
        row("an address of no language", u"<script>"_s, u"de"_s, {}, u"de"_s);
    }
    void theLanguageIsChosen()
    {
        QFETCH(QString, query);
        QFETCH(QString, cookie);
        QFETCH(QString, accept);
        QFETCH(QString, code);
        const auto request = visitWith(query.toStdString(), cookie.toStdString(), accept.toStdString());
        const Visit visit = visitOf(request);
        QCOMPARE(QString::fromLatin1(visit.words->code().data(), 2), code);
        QCOMPARE(visit.chose, query == u"en"_s || query == u"de"_s);
        if (!query.isEmpty()) // the way back to this page, in whatever language
            QCOMPARE(visit.here, std::string("/events/1?section=2%20%26%203"));
    }

    void everySentenceIsThere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("least");
        QTest::newRow("German") << u"fans_de.ts"_s << 130;
        QTest::newRow("English plurals") << u"fans_en.ts"_s << 8;
    }
    void everySentenceIsThere()
    {
        QFETCH(QString, file);
        QFETCH(int, least);
        const auto messages = catalogue(translations + file);
        QVERIFY2(static_cast<int>(messages.size()) >= least, QByteArray::number(qsizetype(messages.size())));
        for (const Message& message : messages) {
            QVERIFY2(message.finished && !message.forms.isEmpty(), qPrintable(message.name));
            for (const QString& form : message.forms) {
                QVERIFY2(!form.isEmpty(), qPrintable(message.name));
                QVERIFY2(placeholders(form) == placeholders(message.name), qPrintable(message.name));
            }
        }
    }

    // What the pages say just now is what the catalogue knows: nobody forgot update_translations.
    void theCatalogueIsUpToDate()
    {
        QTemporaryDir scratch;
        const QString fresh = scratch.path() + u"/fresh.ts"_s;
        const QString root = QStringLiteral(PARTERRE_SOURCE_DIR);
        QProcess lupdate;
        lupdate.start(QStringLiteral(PARTERRE_LUPDATE),
                      {u"-silent"_s, u"-I"_s, root, u"-tr-function-alias"_s, u"translate+=say"_s,
                       root + u"/server/web"_s, u"-locations"_s, u"none"_s, u"-ts"_s, fresh});
        QVERIFY(lupdate.waitForFinished(60'000));
        QSet<QString> known;
        for (const Message& message : catalogue(translations + u"fans_de.ts"_s))
            known << message.name;
        const auto messages = catalogue(fresh);
        QVERIFY(messages.size() > 120);
        for (const Message& message : messages)
            QVERIFY2(known.contains(message.name), qPrintable(message.name));
        QCOMPARE(qsizetype(messages.size()), known.size());
    }

    // lupdate reads only some ways of writing a call: every sentence in the sources must be one it found.
    void everyCallIsFound()
    {
        QSet<QString> known;
        for (const Message& message : catalogue(translations + u"fans_de.ts"_s))
            known << message.name;
        static const QRegularExpression call(u"say\\(\\s*\"(\\w+)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)"_s);
        static const QRegularExpression joint(u"\"\\s*\""_s);
        int calls = 0;
        QDirIterator files(QStringLiteral(PARTERRE_SOURCE_DIR "/server/web"), {u"*.cpp"_s});
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const auto& match : call.globalMatch(text)) {
                QString source = match.captured(2).trimmed();
                source = source.mid(1, source.size() - 2).remove(joint).replace(u"\\\""_s, u"\""_s);
                QVERIFY2(known.contains(match.captured(1) + u": "_s + source), qPrintable(source));
                ++calls;
            }
        }
        QVERIFY2(calls > 120, QByteArray::number(calls));
    }

    void numbersAndDatesByLanguage()
    {
        const Words& german = Words::in(Language::German);
        const Words& english = Words::in(Language::English);
        const Money price{123'450, {}};
        QCOMPARE(moneyText(german, price), u"1.234,50\u00A0€"_s);
        QCOMPARE(moneyText(english, price), u"€1,234.50"_s);
        QCOMPARE(moneyText(english, {-5, *Currency::fromText("CHF")}), u"-CHF\u00A00.05"_s);
        QCOMPARE(moneyText(german, {4'500, *Currency::fromText("JPY")}), u"4.500\u00A0¥"_s);
        QCOMPARE(moneyText(english, {4'500, *Currency::fromText("BIF")}), u"BIF\u00A04,500"_s); // no minor unit
        QCOMPARE(amountText(price), u"1234.50"_s);
        const Instant evening = *instantFromRfc3339("2026-11-27T18:30:00Z");
        QCOMPARE(whenText(german, evening, "Europe/Berlin"),
                 u"Freitag, 27. November 2026, 19:30 Uhr (Europe/Berlin)"_s);
        QCOMPARE(whenText(english, evening, "Europe/London"), u"Friday 27 November 2026, 18:30 (Europe/London)"_s);
        QCOMPARE(whenText(english, evening, "No/Where"), u"Friday 27 November 2026, 18:30 (UTC)"_s);
        QCOMPARE(isoText(evening, "Europe/Berlin"), u"2026-11-27T19:30:00+01:00"_s);
        QCOMPARE(minutesText(english, Milliseconds(60'000)), u"1 minute"_s);
        QCOMPARE(minutesText(german, Milliseconds(7 * 60'000)), u"7 Minuten"_s);
        QCOMPARE(minutesText(german, Milliseconds(-5)), u"weniger als eine Minute"_s);
    }

    void problemsSpeakBothLanguages()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Error error{static_cast<ErrorCode>(code), "an English word of the machine"};
            const QString de = problemText(Words::in(Language::German), error);
            const QString en = problemText(Words::in(Language::English), error);
            QVERIFY2(!de.isEmpty() && de != en, qPrintable(en));
        }
        const auto german = [](ErrorCode code, const char* detail) {
            return problemText(Words::in(Language::German), {code, detail});
        };
        QVERIFY(german(ErrorCode::UnknownSeat, "Parkett/9/9").endsWith(u"(Parkett/9/9)"_s));
        QVERIFY(!german(ErrorCode::Malformed, "number of seats").contains(u"number"_s));
        QVERIFY(german(ErrorCode::LimitExceeded, "tries to pay for these places").startsWith(u"Die Zahlung"_s));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
