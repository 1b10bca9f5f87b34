CREATE TABLE "take_file" (
	"workspace_id" uuid NOT NULL,
	"take_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"hash" text,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"type" text NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "take_file_take_id_kind_pk" PRIMARY KEY("take_id","kind")
);
--> statement-breakpoint
ALTER TABLE "footage" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "render" ADD COLUMN "outputs" jsonb;--> statement-breakpoint
ALTER TABLE "take" ADD COLUMN "aspect" text;--> statement-breakpoint
ALTER TABLE "take_file" ADD CONSTRAINT "take_file_workspace_id_organization_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "take_file" ADD CONSTRAINT "take_file_take" FOREIGN KEY ("workspace_id","take_id") REFERENCES "public"."take"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "take_file_hash" ON "take_file" USING btree ("workspace_id","hash");