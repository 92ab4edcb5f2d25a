// Puts the routes of the pages together, and serves the files that are built in.
#include "server/web/pages.h"

#include <QFile>

namespace parterre::web {
namespace {

// A file of the program itself.
http::Response builtIn(const QString& path, const QByteArray& type)
{
    QFile file(path);
    PARTERRE_REQUIRE(file.open(QIODevice::ReadOnly));
    http::Response response{200, type, {}, file.readAll(), false};
    response.addHeader("Cache-Control", "max-age=3600");
    response.addHeader("X-Content-Type-Options", "nosniff");
    return response;
}

} // namespace

Pages::Pages(ApiContext& context, FanSales& sales)
    : m_events(context, sales), m_holds(context, sales), m_orders(context, sales)
{}

void Pages::addTo(http::Router& router)
{
    m_events.addTo(router);
    m_holds.addTo(router);
    m_orders.addTo(router);
    const auto answer = [](http::Response response) {
        return [response = std::move(response)](const http::Request&, const http::Responder& responder) {
            responder.send(response);
        };
    };
    router.add(http::Method::Get, "/style.css",
               answer(builtIn(QStringLiteral(":/web/style.css"), "text/css; charset=utf-8")));
    router.add(http::Method::Get, "/api/openapi.yaml",
               answer(builtIn(QStringLiteral(":/web/openapi.yaml"), "application/yaml")));
}

} // namespace parterre::web
