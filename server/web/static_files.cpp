// Reads the compiled-in files, names each by its content, answers from memory.
#include "server/web/static_files.h"

#include "server/http/prepared.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

#include <map>

namespace parterre::web {
namespace {

// A file as it is asked for by its plain name, and under the address of its version.
struct StaticFile
{
    http::Prepared plain;
    http::Prepared versioned;
};

// By name ("seat_map.js"). Never changes once made.
struct StaticFiles
{
    std::map<std::string, StaticFile, std::less<>> byName;
    std::string version; // of all of them together
};

QByteArray typeOf(const QString& name)
{
    if (name.endsWith(u".css"))
        return "text/css; charset=utf-8";
    if (name.endsWith(u".js"))
        return "text/javascript; charset=utf-8";
    if (name.endsWith(u".svg"))
        return "image/svg+xml";
    if (name.endsWith(u".png"))
        return "image/png";
    if (name.endsWith(u".ico"))
        return "image/x-icon";
    if (name.endsWith(u".yaml"))
        return "application/yaml";
    return "application/octet-stream";
}

QByteArray headersWith(std::string_view caching)
{
    http::Response response;
    response.addHeader("Cache-Control", caching);
    response.addHeader("X-Content-Type-Options", "nosniff");
    return response.headers;
}

StaticFiles readFiles()
{
    StaticFiles files;
    QCryptographicHash all(QCryptographicHash::Sha256);
    QDirIterator names(QStringLiteral(":/web"), QDir::Files, QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile file(names.next());
        PARTERRE_REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        all.addData(content);
        const QString name = names.filePath().mid(static_cast<qsizetype>(std::string_view(":/web/").size()));
        const auto prepare = [&](std::string_view caching) {
            return http::Prepared(typeOf(name), headersWith(caching), content, http::Effort::Best);
        };
        files.byName[name.toStdString()] = {prepare("no-cache"), prepare("public, max-age=31536000, immutable")};
    }
    PARTERRE_REQUIRE(!files.byName.empty());
    files.version = all.result().left(6).toHex().toStdString();
    return files;
}

const StaticFiles& staticFiles()
{
    static const StaticFiles files = readFiles();
    return files;
}

// A page of before an update names the version of before: it gets today's files, but may not keep them.
void answerVersion(const http::Request& request, const http::Responder& responder)
{
    const auto& files = staticFiles();
    const auto found = files.byName.find(request.param("name"));
    if (found == files.byName.end())
        return responder.send(http::errorResponse({ErrorCode::NotFound, "file"}));
    const bool isToday = request.param("version") == files.version;
    responder.send((isToday ? found->second.versioned : found->second.plain).answer(request));
}

} // namespace

void addStaticFiles(http::Router& router)
{
    using http::Method;
    const http::RouteOptions anyThread{0, true};
    const auto answer = [](const StaticFile& file) {
        return [&file](const http::Request& request, const http::Responder& responder) {
            responder.send(file.plain.answer(request));
        };
    };
    for (const auto& [name, file] : staticFiles().byName)
        router.add(Method::Get, (name == "openapi.yaml" ? "/api/" : "/") + name, answer(file), anyThread);
    router.add(Method::Get, "/assets/{version}/{name}", &answerVersion, anyThread);
}

std::string assetHref(std::string_view name)
{
    PARTERRE_REQUIRE(staticFiles().byName.contains(name));
    return "/assets/" + staticFiles().version + '/' + std::string(name);
}

std::string scriptHtml(std::string_view name)
{
    return "<script type=\"module\" src=\"" + assetHref(name) + "\"></script>\n";
}

} // namespace parterre::web
