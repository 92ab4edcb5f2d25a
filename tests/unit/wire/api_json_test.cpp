// JSON requests: what is read, what is refused and by which sentence.
#include <QTest> // first: moc 6.4 cannot read <chrono> of libstdc++ 12 before Qt

#include "sync/domain/apply.h"
#include "sync/wire/api_json.h"
#include "sync/wire/availability.h"

#include <QJsonDocument>

using namespace parterre;

namespace {

SeatPlanPtr plan()
{
    SeatPlanParts parts;
    parts.name = "Haus";
    parts.width = 5;
    parts.height = 5;
    parts.priceAreas = {{"A", {}}};
    parts.sections = {{"Stalls", RowIndex{0}, 1}};
    parts.rows = {{"C", SectionIndex{0}, SeatIndex{0}, 4}};
    for (int i = 0; i < 4; ++i)
        parts.seats.push_back({std::to_string(10 + i), {double(i), 0}, RowIndex{0}, PriceAreaIndex{0}, 0, ""});
    const Outline outline{Outline::Kind::Ellipse, {{0, 0}, {1, 1}}};
    parts.standing = {{"Floor", 100, PriceAreaIndex{0}, outline}, {"Ring", 100, PriceAreaIndex{0}, outline}};
    return *SeatPlan::create(parts);
}

// Quotes are easier to read without backslashes.
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

Result<Places> read(const Bytes& text)
{
    JsonBody body(text);
    if (!body.ok())
        return body.error();
    return placesFromJson(body, *plan());
}

} // namespace

class ApiJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreRead()
    {
        const Places wanted{{SeatIndex{0}, SeatIndex{2}}, {{StandingIndex{0}, 1}, {StandingIndex{1}, 2}}};
        const auto places = read(json("{'ignored': [[]], 'seats': ['Stalls/C/12', 'Stalls/C/10'],\n            "
                                      "'standing': [{'area': 'Ring', 'count': 2}, {'area': 'Floor', 'count': 1}]}"));
        QVERIFY2(places.ok(), places.ok() ? "" : places.error().detail.c_str());
        QVERIFY(*places == wanted);
        QVERIFY(*read(QJsonDocument(placesToJson(wanted, *plan())).toJson()) == wanted);
        QVERIFY(read(json("{'standing': [{'area': 'Floor', 'count': 7}]}"))->seats.empty());
        QVERIFY(read(json("{'seats': []}"))->empty());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& body, ErrorCode code, const char* says) {
            QTest::newRow(name) << body << static_cast<int>(code) << QString::fromUtf8(says);
        };
        const auto malformed = ErrorCode::Malformed;
        row("syntax", "{\n  \"seats\": [nan]}", malformed, "JSON, line 2, column 15: illegal value");
        row("nothing", "", malformed, "seats: expected array");
        row("not an object", "[]", malformed, "expected an object");
        row("no array", json("{'seats': 'Stalls/C/10'}"), malformed, "seats: expected array");
        row("number for a label", json("{'seats': ['Stalls/C/10', 7]}"), malformed, "seats[1]: expected string");
        row("unknown", json("{'seats': ['Stalls/C/99']}"), ErrorCode::UnknownSeat, "Stalls/C/99");
        row("twice", json("{'seats': ['Stalls/C/10', 'Stalls/C/10']}"), malformed, "seats: Stalls/C/10 is named twice");
        row("standing twice", json("{'standing': [{'area':'Ring','count':1},{'area':'Ring','count':1}]}"), malformed,
            "standing: Ring is named twice");
        row("negative", json("{'standing': [{'area': 'Ring', 'count': -1}]}"), malformed,
            "standing[0].count: expected integer from 1 to 250000");
        row("fraction", json("{'standing': [{'area': 'Ring', 'count': 1.5}]}"), malformed,
            "standing[0].count: expected integer");
        row("huge", json("{'standing': [{'area': 'Ring', 'count': 1e300}]}"), malformed,
            "standing[0].count: expected integer");
        row("no area", json("{'standing': [{'count': 1}]}"), malformed, "standing[0].area: expected string");
        row("no object", json("{'standing': [3]}"), malformed, "standing[0]: expected object");
        row("deep", QByteArray(40, '[') + QByteArray(40, ']'), malformed,
            "line 1, column 33: nested deeper than 32 levels");
        row("many values", "{\"x\": [" + QByteArray("0,").repeated(300'000) + "0]}", ErrorCode::TooLarge,
            "line 1, column 400005: more than 200000 values");
        row("10,001 seats", "{\"seats\": [" + QByteArray("\"a\",").repeated(10'000) + "\"a\"]}",
            ErrorCode::LimitExceeded, "more than 10000 seats");
    }
    void refusals()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QFETCH(QString, says);
        const auto places = read(body);
        QVERIFY(!places.ok());
        QCOMPARE(QString::fromStdString(places.error().detail), says);
        QCOMPARE(static_cast<int>(places.error().code), code);
    }

    void gettersAreStrict()
    {
        JsonBody good(json("{'name': 'Zoë', 'n': 5, 'yes': true, 'none': null, 'o': {'t': 'x'}}"));
        JsonFields fields = good.fields();
        QCOMPARE(fields.text("name"), std::string("Zoë"));
        QCOMPARE(fields.integer("n", 0, 10), std::int64_t{5});
        QVERIFY(fields.boolean("yes"));
        QVERIFY(fields.booleanOr("none", true));
        QVERIFY(!fields.optionalText("none"));
        QCOMPARE(*fields.object("o").optionalText("t"), std::string("x"));
        QVERIFY(good.ok());
        // The first failure is the one reported.
        QCOMPARE(fields.object("o").integer("t", 3, 4), std::int64_t{3});
        fields.text("n");
        QCOMPARE(good.error().detail, std::string("o.t: expected integer"));

        JsonBody wide(QByteArray("{\"name\": \"") + QByteArray(1001, 'x') + "\"}");
        wide.fields().text("name");
        QCOMPARE(wide.error().detail, std::string("name: expected string of at most 1000 bytes"));
    }

    void moneyAndErrors()
    {
        const Money money{4550, *Currency::fromText("CHF")};
        QCOMPARE(QJsonDocument(moneyToJson(money)).toJson(QJsonDocument::Compact),
                 (json("{'amount':4550,'currency':'CHF'}")));
        JsonBody body(QJsonDocument(moneyToJson(money)).toJson());
        QVERIFY(moneyFromJson(body.fields()) == money);
        const Error error{ErrorCode::SeatTaken, "Stalls/C/12"};
        const QJsonObject answer =
            errorToJson(error, {{QStringLiteral("seats"), QJsonArray{QStringLiteral("Stalls/C/12")}}});
        QCOMPARE(QJsonDocument(answer).toJson(QJsonDocument::Compact),
                 QByteArray(json(
                     "{'error':{'code':'seat_taken','details':{'seats':['Stalls/C/12']},'message':'Stalls/C/12'}}")));
        QVERIFY(errorFromJson(answer) == error);
        QCOMPARE(errorFromJson({}).code, ErrorCode::Internal);
        const QJsonObject spoken =
            errorToJson({ErrorCode::SeatTaken, "Somebody else has the seat. (the row A (left), at 19:30)"});
        QCOMPARE(errorFromJson(spoken).detail, std::string("the row A (left), at 19:30"));
    }

    void plainLabelsAgreeWithTheParser()
    {
        const QByteArray bodies[] = {json("{'seats':['Stalls/C/10']}"),
                                     "  { \"seats\" :\n[ \"Stalls/C/10\" ,\t\"Stalls/C/11\" ] } ",
                                     json("{'seats':['Zoë']}")};
        std::vector<std::string_view> labels;
        for (const QByteArray& text : bodies) {
            QVERIFY(plainSeatLabels({text.constData(), std::size_t(text.size())}, labels));
            JsonBody body(text);
            const auto texts = body.fields().texts("seats", 10);
            QVERIFY(std::equal(labels.begin(), labels.end(), texts.begin(), texts.end()));
        }
        for (const QByteArray& text :
             {json(""), json("{"), json("{}"), json("{'seats':[]}"), json("{'seats':['a\\u0041']}"),
              json("{'seats':['a'],'x':1}"), json("{'seats':['a',]}"), json("{'seats':['a'}"), json("{'seats':['a']}x"),
              json("{'seats':['a"), json("{'best':['a']}"), json("{'seats':['a\nb']}")})
            QVERIFY2(!plainSeatLabels({text.constData(), std::size_t(text.size())}, labels), text.constData());
    }

    void availability()
    {
        EventState state(plan());
        EventTerms terms;
        terms.priceTypes = {"Normal"};
        terms.prices = {100};
        std::uint64_t seq = 0;
        const auto add = [&](EntryBody body) { return tryApply(state, {++seq, {}, {}, std::move(body)}).ok(); };
        QVERIFY(add(EventCreated{terms}));
        HoldPlaced hold;
        hold.hold.bytes[0] = 1;
        hold.places.seats = {SeatIndex{1}};
        QVERIFY(add(hold));
        QVERIFY(add(SeatsBlocked{{SeatIndex{2}}, false, "press"}));
        AllotmentGranted grant;
        grant.places.seats = {SeatIndex{3}};
        QVERIFY(add(grant));
        QCOMPARE(availabilityOf(state), std::string("fhxf")); // its counter gives it back when asked
        QVERIFY(add(ContactNoted{Fence{seq}, false}));
        QCOMPARE(availabilityOf(state), std::string("fhxh"));
        OrderPlaced placed;
        placed.order.id.bytes[0] = 1;
        Ticket ticket;
        ticket.serial.bytes[0] = 1;
        ticket.seat = SeatIndex{0};
        ticket.priceMinor = placed.order.tender.paidMinor = 100;
        placed.order.tickets = {ticket};
        QVERIFY(add(placed));
        QCOMPARE(availabilityOf(state), std::string("xhxh"));
    }
};

QTEST_GUILESS_MAIN(ApiJsonTest)
#include "api_json_test.moc"
