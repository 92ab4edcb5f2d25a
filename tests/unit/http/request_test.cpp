// Request: targets, forms, UTF-8 and cookies, by tables of the usual and the hostile.
#include "server/http/request.h"

#include <QTest>

using namespace parterre;
using namespace parterre::http;

class RequestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodesTargets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");  // null: refused
        QTest::addColumn<QByteArray>("query"); // "name=value|…"
        const auto row = [](const char* name, QByteArray target, QByteArray path, QByteArray query = {}) {
            QTest::newRow(name) << target << path << query;
        };
        const QByteArray refused;
        row("root", "/", "/");
        row("plain", "/api/v1/events", "/api/v1/events");
        row("one trailing slash", "/events/", "/events");
        row("escaped blank", "/Stalls%20Left", "/Stalls Left");
        row("plus is no blank in a path", "/a+b", "/a+b");
        row("UTF-8", "/Parkett%C3%A9", "/Parketté");
        row("raw UTF-8", "/Parketté", "/Parketté");
        row("dots in a name", "/a..b/.c/d.", "/a..b/.c/d.");
        row("query", "/a?x=1&y=a%26b&z", "/a", "x=1|y=a&b|z=");
        row("query with plus", "/a?x=a+b", "/a", "x=a b");
        row("empty query", "/a?", "/a");
        row("question marks", "/a?x=?", "/a", "x=?");
        row("slash in the query", "/a?x=../..%2f", "/a", "x=../../");
        row("parent", "/a/../b", refused);
        row("parent at the end", "/a/..", refused);
        row("here", "/./a", refused);
        row("escaped parent", "/a/%2e%2e/b", refused);
        row("half escaped parent", "/a/.%2E/b", refused);
        row("escaped slash", "/a%2fb", refused);
        row("escaped slash, upper case", "/a%2Fb", refused);
        row("escaped NUL", "/a%00", refused);
        row("backslash", "/a\\b", refused);
        row("escaped backslash", "/a%5c..%5cb", refused);
        row("escaped line feed", "/a%0d%0aX:1", refused);
        row("escaped delete", "/a%7f", refused);
        row("double slash", "//a", refused);
        row("double slash inside", "/a//b", refused);
        row("two trailing slashes", "/a//", refused);
        row("only slashes", "//", refused);
        row("overlong slash", "/a%c0%afb", refused);
        row("overlong dot", "/%c0%ae%c0%ae/b", refused);
        row("overlong NUL", "/%e0%80%80", refused);
        row("surrogate", "/%ed%a0%80", refused);
        row("broken escape", "/a%zz", refused);
        row("cut escape", "/a%2", refused);
        row("lone percent", "/a%", refused);
        row("twice escaped stays once", "/a%252e%252e", "/a%2e%2e");
        row("bad UTF-8 in the query", "/a?x=%ff", refused);
        row("bad escape in the query", "/a?x=%g1", refused);
        row("asterisk", "*", refused);
        row("absolute form", "http://host/a", refused);
        row("authority form", "host:80", refused);
        row("empty", "", refused);
    }
    void decodesTargets()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        const auto parsed = parseTarget(target.toStdString());
        QCOMPARE(parsed.ok(), !path.isNull());
        if (!parsed.ok()) {
            QCOMPARE(parsed.error().code, ErrorCode::Malformed);
            return;
        }
        QCOMPARE(QByteArray::fromStdString(parsed->path), path);
        QByteArray pairs;
        for (const auto& [name, value] : parsed->query)
            pairs += (pairs.isEmpty() ? "" : "|") + QByteArray::fromStdString(name + "=" + value);
        QCOMPARE(pairs, query);
    }

    void boundsQueriesAndForms()
    {
        std::string query = "/a?";
        for (int i = 0; i < 101; ++i)
            query += "x=1&";
        QVERIFY(!parseTarget(query).ok());
        QCOMPARE(parseForm("a=1&b=2&c=3", 2).error().code, ErrorCode::TooLarge);
        QCOMPARE(parseForm("a=%", 2).error().code, ErrorCode::Malformed);
        QCOMPARE(parseForm("a=%ff", 2).error().code, ErrorCode::Malformed);
        const auto form = parseForm("name=J%C3%B6rg+B%26B&&email=a%40b&flag", 10);
        QVERIFY(form.ok());
        const std::vector<NameValue> expected{{"name", "Jörg B&B"}, {"email", "a@b"}, {"flag", ""}};
        QVERIFY(*form == expected);
        QVERIFY(parseForm("", 0).ok());
    }

    void knowsUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("ascii") << QByteArray("abc") << true;
        QTest::newRow("two bytes") << QByteArray("\xc3\xa9") << true;
        QTest::newRow("three bytes") << QByteArray("\xe2\x82\xac") << true;
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x8e\xad") << true;
        QTest::newRow("last code point") << QByteArray("\xf4\x8f\xbf\xbf") << true;
        QTest::newRow("past the last") << QByteArray("\xf4\x90\x80\x80") << false;
        QTest::newRow("lone continuation") << QByteArray("\x80") << false;
        QTest::newRow("cut two") << QByteArray("\xc3") << false;
        QTest::newRow("cut three") << QByteArray("\xe2\x82") << false;
        QTest::newRow("cut four") << QByteArray("\xf0\x9f\x8e") << false;
        QTest::newRow("cut, then more") << QByteArray("\xe2\x82z") << false;
        QTest::newRow("overlong two") << QByteArray("\xc1\xbf") << false;
        QTest::newRow("overlong three") << QByteArray("\xe0\x9f\xbf") << false;
        QTest::newRow("overlong four") << QByteArray("\xf0\x8f\xbf\xbf") << false;
        QTest::newRow("first surrogate") << QByteArray("\xed\xa0\x80") << false;
        QTest::newRow("last surrogate") << QByteArray("\xed\xbf\xbf") << false;
        QTest::newRow("before surrogates") << QByteArray("\xed\x9f\xbf") << true;
        QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80") << false;
        QTest::newRow("ff") << QByteArray("\xff") << false;
    }
    void knowsUtf8()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QCOMPARE(isUtf8(text.toStdString()), valid);
    }

    void findsCookiesAndHeaders()
    {
        Request request;
        QVERIFY(request.cookie("a").empty());
        request.headers = {{"cookie", "a=1; bb=two=2;c=; a=9;broken"}, {"x", "first"}, {"x", "second"}};
        QCOMPARE(request.cookie("a"), std::string_view("1"));
        QCOMPARE(request.cookie("bb"), std::string_view("two=2"));
        QVERIFY(request.cookie("c").empty());
        QVERIFY(request.cookie("b").empty());
        QVERIFY(request.cookie("broken").empty());
        QCOMPARE(request.header("x"), std::string_view("first"));
        QVERIFY(request.header("y").empty());
        request.query = {{"after", ""}, {"after", "2"}};
        QCOMPARE(request.queryValue("after"), std::optional<std::string_view>(""));
        QVERIFY(!request.queryValue("before"));
    }
};

QTEST_GUILESS_MAIN(RequestTest)
#include "request_test.moc"
