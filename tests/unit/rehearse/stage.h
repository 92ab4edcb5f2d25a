// Stage: a small hall and a scene for scripts to be tested in: six seats in two rows at 20 euros.
#pragma once

#include "server/rehearse/scene.h"

namespace parterre::rehearsal::testing {

inline Hall smallHall()
{
    const QByteArray details = R"({"id":"00000000000000000000000000000001","title":"A Night","venue":"House",
        "sale_state":"on_sale","price_types":["Normal"],"standing":[{"name":"Floor","free":2}],
        "price_areas":[{"name":"A","prices":[{"type":"Normal","price":{"amount":2000,"currency":"EUR"}}]},
                       {"name":"B","prices":[]}]})";
    QByteArray rows;
    for (const char row : {'1', '2'}) {
        QByteArray seats;
        for (const char seat : {'1', '2', '3'})
            seats += QByteArray(seats.isEmpty() ? "" : ",") + R"({"label":"S/)" + row + '/' + seat + R"(","area":"A"})";
        rows += QByteArray(rows.isEmpty() ? "" : ",") + R"({"name":"r","seats":[)" + seats + "]}";
    }
    return Hall::read(details, R"({"sections":[{"name":"S","rows":[)" + rows + "]}]}").value();
}

// Holds everything a scene refers to.
struct Stage
{
    Hall hall = smallHall();
    People people{3};
    SalesBook sales{hall};
    Recorder recorder;
    Scene scene{hall, {}, people, sales, recorder};
};

inline Reply replyOf(int status, std::string_view body)
{
    Reply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

inline std::string orderJson(std::initializer_list<const char*> places, std::int64_t total)
{
    std::string tickets;
    for (const char* place : places)
        tickets += std::string(tickets.empty() ? "" : ",") + R"({"place":")" + place +
                   R"(","price":{"amount":2000,"currency":"EUR"}})";
    return R"({"order":"o","state":"paid","tickets":[)" + tickets + R"(],"total":{"amount":)" + std::to_string(total) +
           R"(,"currency":"EUR"}})";
}

} // namespace parterre::rehearsal::testing
