// Codec of commands.
#include "sync/wire/command_codec.h"

#include "sync/wire/command_fields.h"

namespace parterre {

void writeCommand(CborWriter& writer, const Command& command)
{
    writeVariant(writer, command);
}

void readCommand(CborReader& reader, Command& command)
{
    readVariant(reader, command);
}

Bytes encodeCommand(const Command& command)
{
    CborWriter writer;
    writeCommand(writer, command);
    return writer.bytes();
}

Result<Command> decodeCommand(const Bytes& bytes)
{
    CborReader reader(bytes, CborReader::Trust::Outside);
    Command command;
    readCommand(reader, command);
    reader.finish();
    if (!reader.ok())
        return reader.error("command");
    return command;
}

} // namespace parterre
