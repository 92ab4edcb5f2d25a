// Reads the compiled-in files, names each by its content, answers from memory.
#include "server/web/static_files.h"

#include "sync/wire/signing.h"

#include <QDirIterator>
#include <QFile>

#include <map>
#include <memory>

namespace parterre::web {
namespace {

struct StaticFile
{
    QByteArray type;
    QByteArray content;
    std::string tag; // strong ETag, quotes included
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

std::string hashOf(const void* data, std::size_t size)
{
    return Id128<StaticFile>{blake2b128(data, size)}.toString();
}

StaticFiles readFiles()
{
    StaticFiles files;
    QDirIterator names(QStringLiteral(":/web"), QDir::Files, QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile file(names.next());
        PARTERRE_REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        const QString name = names.filePath().mid(static_cast<qsizetype>(std::string_view(":/web/").size()));
        files.byName[name.toStdString()] = {
            typeOf(name), content, '"' + hashOf(content.constData(), static_cast<std::size_t>(content.size())) + '"'};
    }
    PARTERRE_REQUIRE(!files.byName.empty());
    std::string tags;
    for (const auto& [name, file] : files.byName)
        tags += name + file.tag;
    files.version = hashOf(tags.data(), tags.size()).substr(0, 12);
    return files;
}

const StaticFiles& staticFiles()
{
    static const StaticFiles files = readFiles();
    return files;
}

constexpr std::string_view askAgain = "no-cache";
constexpr std::string_view keep = "public, max-age=31536000, immutable";

// If-None-Match is a list, or "*"; our tags hold no comma.
bool isKnown(std::string_view sent, std::string_view tag)
{
    return sent == "*" || sent.find(tag) != std::string_view::npos;
}

http::Response answerWith(const StaticFile& file, const http::Request& request, std::string_view caching)
{
    const bool known = isKnown(request.header("if-none-match"), file.tag);
    http::Response response =
        known ? http::Response{304, {}, {}, {}, false} : http::Response{200, file.type, {}, file.content, false};
    response.addHeader("ETag", file.tag);
    response.addHeader("Cache-Control", caching);
    response.addHeader("X-Content-Type-Options", "nosniff");
    return response;
}

// A page of before an update names the version of before: it gets today's files, but may not keep them.
void answerVersion(const http::Request& request, const http::Responder& responder)
{
    const auto& files = staticFiles();
    const auto found = files.byName.find(request.param("name"));
    if (found == files.byName.end())
        return responder.send(http::errorResponse({ErrorCode::NotFound, "file"}));
    responder.send(answerWith(found->second, request, request.param("version") == files.version ? keep : askAgain));
}

} // namespace

void addStaticFiles(http::Router& router)
{
    using http::Method;
    const auto answer = [](const StaticFile& file) {
        return [&file](const http::Request& request, const http::Responder& responder) {
            responder.send(answerWith(file, request, askAgain));
        };
    };
    for (const auto& [name, file] : staticFiles().byName)
        router.add(Method::Get, (name == "openapi.yaml" ? "/api/" : "/") + name, answer(file));
    router.add(Method::Get, "/assets/{version}/{name}", &answerVersion);
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
