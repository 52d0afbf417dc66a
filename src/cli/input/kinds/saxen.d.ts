declare module "saxen" {
  type Decode = (text: string) => string;

  interface Events {
    openTag: (name: string, attributes: () => Record<string, string>, decode: Decode) => void;
    closeTag: (name: string) => void;
    text: (text: string, decode: Decode) => void;
    cdata: (text: string) => void;
    error: (error: Error) => void;
    warn: (warning: Error) => void;
  }

  export class Parser {
    on<Event extends keyof Events>(event: Event, handler: Events[Event]): this;
    write(chunk: string): this;
    end(): Error | null;
  }
}
